import { HTTP_PROBLEMS, HttpProblem, type ProblemOptions, type ProblemType } from '@app/http';

/** Every code an error response of this server may carry. */
const PROBLEMS = {
  ...HTTP_PROBLEMS,
  'auth.required': {
    status: 401,
    title: 'The bearer token is missing or wrong.',
    retryable: false,
    advice: 'Send `EMBEDDINGS_API_KEY` as the bearer token.',
  },
  'model.unknown': {
    status: 404,
    title: 'This server has another model.',
    retryable: false,
    advice: 'Use the model of `GET /v1/models`.',
  },
  'rerank.missing': {
    status: 501,
    title: 'No cross-encoder is installed.',
    retryable: false,
    advice: 'Fetch one with `rag model pull` into `MODEL_DIR`, and name it in `RERANK_MODEL` if there are several.',
  },
  'embedding.busy': {
    status: 429,
    title: 'The queue of texts is full.',
    retryable: true,
    advice: 'Try again after `Retry-After`.',
  },
  'embedding.timeout': {
    status: 504,
    title: 'Embedding the query took too long.',
    retryable: true,
    advice: 'Try again.',
  },
  'embedding.unavailable': {
    status: 503,
    title: 'The model is not loaded.',
    retryable: true,
    advice: 'Try again after `Retry-After`; `/health/ready` says why.',
  },
  'embedding.invalid': {
    status: 500,
    title: 'The model returned no usable vector.',
    retryable: false,
    advice: 'Check the model files.',
  },
} as const satisfies Readonly<Record<string, ProblemType>>;

export type ProblemCode = keyof typeof PROBLEMS;

/** An error response of this server. */
export class ProblemError extends HttpProblem {
  constructor(code: ProblemCode, options?: ProblemOptions) {
    super(code, PROBLEMS[code], options);
  }
}
