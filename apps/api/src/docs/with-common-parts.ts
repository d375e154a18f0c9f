import { parameter } from './parameters.js';
import { LIMITED, OTHERWISE, UNAUTHORIZED, schemaName } from './parts.js';
import { EVERY_ANSWER, LIMITED_ANSWER, TRY_AGAIN } from './response-headers.js';

interface Operation {
  /** Derived from method and path when absent. */
  readonly operationId?: string;
  readonly security?: readonly object[];
  readonly parameters?: readonly object[];
  readonly responses: Readonly<Record<string, Answer>>;
}
interface Answer {
  readonly description: string;
  readonly headers?: object;
}
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

/** Adds the parts that all operations share: ids, keys, limits, headers, errors. */
export function withCommonParts(paths: Paths): Paths {
  return mapped(paths, (operations, path) =>
    mapped(operations, (operation, method) => complete({ operationId: idOf(method, path), ...operation })),
  );
}

/** Operation id: `postAskStream` for `POST /ask-stream`, `get` for `GET /`. */
const idOf = (method: string, path: string): string => `${method}${schemaName(path).replaceAll(/\W/g, '')}`;

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
