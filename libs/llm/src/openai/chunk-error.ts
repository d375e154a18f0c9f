import { fieldsOf } from '../answers/loose-json.js';

type Fields = Readonly<Record<string, unknown>>;

/** Fields of a chunk that may report an error. */
export const ERROR_FIELDS: readonly string[] = [
  'error',
  'errors',
  'error_type',
  'error_message',
  'error_msg',
  'message',
  'msg',
  'detail',
];
/** Values of `code` that report success. */
const SUCCESS: ReadonlySet<unknown> = new Set([undefined, null, 0, 200, '', '0', '200', 'ok', 'success']);

/** The error of a chunk in any of the forms that servers use; undefined when there is none. */
export function errorOf(chunk: Fields, choice: Fields = {}): unknown {
  const { error, object, type } = chunk;
  if (isPresent(error)) return error === true ? chunk : error;
  const nested = [choice, chunk['x_groq']].map((part) => fieldsOf(part)['error']).find(isPresent);
  if (nested !== undefined) return nested;
  const {
    error_type: errorType,
    error_message: message = chunk['error_msg'],
    error_code: code = chunk['code'],
  } = chunk;
  if (isPresent(errorType) || isPresent(message)) return { type: errorType, message, code };
  if (Array.isArray(chunk['choices']) && chunk['choices'].length > 0) return undefined;
  const isError = object === 'error' || type === 'error' || isPresent(chunk['detail']) || isPresent(chunk['errors']);
  return isError || hasFailed(chunk) ? chunk : undefined;
}

/** Whether the chunk has a message and reports a failure. Some servers report success or progress as keepalives. */
function hasFailed({ message, msg, code, status, success }: Fields): boolean {
  const isReport = typeof (message ?? msg) === 'string';
  const isFailedStatus = Number(status) >= 400 || /error|fail/i.test(String(status));
  return isReport && (success === false || !SUCCESS.has(code) || isFailedStatus);
}

/** Some servers send an empty error with every chunk. */
function isPresent(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return Boolean(value);
  return Object.values(value).some(isPresent);
}
