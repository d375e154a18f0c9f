import { parameter } from './parameters.js';
import { LIMITED, OTHERWISE, UNAUTHORIZED } from './parts.js';
import { EVERY_ANSWER, LIMITED_ANSWER, TRY_AGAIN } from './response-headers.js';

interface Operation {
  readonly security?: readonly object[];
  readonly parameters?: readonly object[];
  readonly responses: Readonly<Record<string, Answer>>;
}
interface Answer {
  readonly description: string;
  readonly headers?: object;
}
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

/** Adds to every operation what all have in common: ids, keys, limits, headers, errors. */
export function withCommonParts(paths: Paths): Paths {
  return mapped(paths, (operations) => mapped(operations, complete));
}

function complete(operation: Operation): Operation {
  const { parameters = [], security, responses } = operation;
  // Routes without a key are not rate-limited either.
  const counted = security === undefined;
  const all = { ...responses, ...(counted && { ...UNAUTHORIZED, ...LIMITED }), ...OTHERWISE };
  return {
    ...operation,
    parameters: [...parameters, parameter('RequestId'), parameter('Traceparent')],
    responses: mapped(all, (answer, status) => withHeaders(answer, status, counted)),
  };
}

function withHeaders(answer: Answer, status: string, counted: boolean): Answer {
  const limited = counted && status !== '401' && LIMITED_ANSWER;
  const later = ['429', '503'].includes(status) && TRY_AGAIN;
  return { ...answer, headers: { ...EVERY_ANSWER, ...limited, ...later, ...answer.headers } };
}

const mapped = <Value, Result>(record: Readonly<Record<string, Value>>, map: (value: Value, key: string) => Result) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
