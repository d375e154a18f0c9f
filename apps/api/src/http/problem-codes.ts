import { HTTP_PROBLEMS, type ProblemType } from '@app/http';

/** Every code an error response of this server may carry; `docs/errors.md` and `/docs/errors` list the same. */
export const PROBLEMS = {
  ...HTTP_PROBLEMS,
  'input.impossible': {
    status: 422,
    title: 'The input names something that does not exist.',
    retryable: false,
    advice: 'Correct the field listed in `errors`: the date, card or line it names does not exist.',
  },
  'reading.unknown_kind': {
    status: 404,
    title: 'No such kind of reading.',
    retryable: false,
    advice: 'Use one of the kinds of `GET /v1/readings`.',
  },
  'reading.unknown': {
    status: 404,
    title: 'No such reading.',
    retryable: false,
    advice: 'Check the id; it is in the `reading` event and in `X-Reading-Id`.',
  },
  'reading.expired': {
    status: 410,
    title: 'The events of this reading are no longer kept.',
    retryable: false,
    advice: 'Request the reading again; events are kept for `RESUME_TTL_SECONDS`.',
  },
  'reading.failed': {
    status: 502,
    title: 'No section of the reading could be written.',
    retryable: true,
    advice: 'Try again; `errors` says why each section failed.',
  },
  'reading.cancelled': {
    status: 409,
    title: 'The reading was stopped.',
    retryable: true,
    advice: 'Request it again unless you stopped it.',
  },
  'reading.log_unavailable': {
    status: 503,
    title: 'The log of readings cannot be reached right now.',
    retryable: true,
    advice: 'Try again after `Retry-After`; the replica that runs the reading may still serve it.',
  },
  'retrieval.failed': {
    status: 503,
    title: 'None of the knowledge sources answered.',
    retryable: true,
    advice: 'Try again after `Retry-After`.',
  },
  'access.key_missing': {
    status: 401,
    title: 'The request needs an API key.',
    retryable: false,
    advice: 'Send the key as `Authorization: Bearer …` or `X-API-Key`; never in the address.',
  },
  'access.key_invalid': {
    status: 401,
    title: 'The API key is not known.',
    retryable: false,
    advice: 'Check the key; it may have been replaced.',
  },
  'access.admin_only': {
    status: 403,
    title: 'This address needs the admin key.',
    retryable: false,
    advice: 'Send the admin key the same way; a server without `ADMIN_KEY` accepts none.',
  },
  'limit.requests': {
    status: 429,
    title: 'Too many requests this minute.',
    retryable: true,
    advice: 'Wait `Retry-After` seconds; `RateLimit` says how many requests the minute has left.',
  },
  'limit.concurrent': {
    status: 429,
    title: 'Too many readings at once.',
    retryable: true,
    advice: 'Wait until one of your readings has ended.',
  },
  'limit.streams': {
    status: 429,
    title: 'Too many open streams of this client.',
    retryable: true,
    advice: 'Wait until one of your streams has ended; `MAX_STREAMS_PER_CLIENT` says how many are allowed.',
  },
  'limit.tokens': {
    status: 429,
    title: 'The tokens of this day are used up.',
    retryable: true,
    advice: 'Wait `Retry-After` seconds, or ask the operator for a larger budget.',
  },
  'idempotency.mismatch': {
    status: 422,
    title: 'This Idempotency-Key was used for another request.',
    retryable: false,
    advice: 'Use a new Idempotency-Key for a new request.',
  },
  'server.busy': {
    status: 503,
    title: 'The server has as many open streams as it accepts.',
    retryable: true,
    advice: 'Try again after `Retry-After`, best on another replica.',
  },
} as const satisfies Readonly<Record<string, ProblemType>>;

export type ProblemCode = keyof typeof PROBLEMS;
