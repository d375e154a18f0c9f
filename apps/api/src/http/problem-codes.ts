/** Every code an error answer may carry, with its status and what it means; `docs/errors.md` is held equal to it. */
export const PROBLEMS = {
  'input.invalid': { status: 400, title: 'The request does not have the expected shape.', retryable: false },
  'input.impossible': { status: 422, title: 'The input names something that cannot be.', retryable: false },
  'body.malformed': { status: 400, title: 'The body is not valid JSON in UTF-8.', retryable: false },
  'body.too_deep': { status: 400, title: 'The JSON is nested more than 32 levels deep.', retryable: false },
  'body.too_large': { status: 413, title: 'The body is larger than 64 KB.', retryable: false },
  'body.unsupported_type': { status: 415, title: 'The body must be application/json.', retryable: false },
  'route.not_found': { status: 404, title: 'There is nothing at this address.', retryable: false },
  'route.bad_request': { status: 400, title: 'The request cannot be understood.', retryable: false },
  'route.headers_too_large': { status: 431, title: 'The headers are larger than 16 KB.', retryable: false },
  'route.timeout': { status: 408, title: 'The request took too long to arrive.', retryable: true },
  'reading.unknown_kind': { status: 404, title: 'There is no such kind of reading.', retryable: false },
  'reading.unknown': { status: 404, title: 'There is no such reading.', retryable: false },
  'reading.expired': { status: 410, title: 'The events of this reading are no longer kept.', retryable: false },
  'reading.failed': { status: 502, title: 'No section of the reading could be written.', retryable: true },
  'reading.cancelled': { status: 409, title: 'The reading was stopped.', retryable: true },
  'reading.log_unavailable': {
    status: 503,
    title: 'The log of readings cannot be reached right now.',
    retryable: true,
  },
  'retrieval.failed': { status: 503, title: 'None of the knowledge sources answered.', retryable: true },
  'access.key_missing': { status: 401, title: 'The request needs an API key.', retryable: false },
  'access.key_invalid': { status: 401, title: 'The API key is not known.', retryable: false },
  'access.admin_only': { status: 403, title: 'This address needs the admin key.', retryable: false },
  'limit.requests': { status: 429, title: 'Too many requests this minute.', retryable: true },
  'limit.concurrent': { status: 429, title: 'Too many readings at once.', retryable: true },
  'limit.tokens': { status: 429, title: 'The tokens of this day are used up.', retryable: true },
  'idempotency.mismatch': {
    status: 422,
    title: 'This Idempotency-Key came with another request before.',
    retryable: false,
  },
  'server.busy': { status: 503, title: 'The server serves as many streams as it can.', retryable: true },
  'server.draining': {
    status: 503,
    title: 'The server is going away; try again, another one will answer.',
    retryable: true,
  },
  'server.failed': { status: 500, title: 'Something went wrong on our side.', retryable: true },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;
