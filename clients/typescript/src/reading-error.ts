interface Problem {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly retryable?: boolean;
  readonly requestId?: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

/** Thrown when there is no reading: for an error response of the server, or a reading that failed or was stopped. */
export class ReadingError extends Error {
  override readonly name = 'ReadingError';
  /** Stable code, listed at `/docs/errors` of the server. */
  readonly code: string;
  /** HTTP status; 0 if the reading had already begun. */
  readonly status: number;
  readonly retryable: boolean;
  readonly requestId: string | undefined;
  /** The invalid fields of a request. */
  readonly errors: readonly { readonly field: string; readonly message: string }[];

  constructor(
    { code = 'unknown', title = code, detail, retryable = false, requestId, errors = [] }: Problem,
    status = 0,
  ) {
    super([detail ?? title, ...errors.map(({ field, message }) => `${field}: ${message}`)].join(' · '));
    this.code = code;
    this.status = status;
    this.retryable = retryable;
    this.requestId = requestId;
    this.errors = errors;
  }

  static async of(response: Response): Promise<ReadingError> {
    const problem = (await response.json().catch(() => ({ title: `HTTP ${response.status}` }))) as Problem;
    return new ReadingError(problem, response.status);
  }
}
