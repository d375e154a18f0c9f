/** One kind of error response (RFC 9457 problem type); the code is part of the public contract. */
export interface ProblemType {
  readonly status: number;
  readonly title: string;
  /** The title in Korean; servers without Korean clients leave it out. */
  readonly titleKo?: string;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
  /** What a client should do about it. */
  readonly advice: string;
}

/** Problems that every HTTP server in this repository can return; each app adds its own. */
export const HTTP_PROBLEMS = {
  'input.invalid': {
    status: 400,
    title: 'The request does not have the expected shape.',
    titleKo: '요청의 형식이 맞지 않습니다.',
    retryable: false,
    advice: 'Correct the fields listed in `errors`.',
  },
  'body.malformed': {
    status: 400,
    title: 'The body is not valid JSON in UTF-8.',
    titleKo: '본문이 UTF-8로 쓴 올바른 JSON이 아닙니다.',
    retryable: false,
    advice: 'Send valid JSON, encoded as UTF-8.',
  },
  'body.too_deep': {
    status: 400,
    title: 'The JSON is nested more than 32 levels deep.',
    titleKo: 'JSON이 32단계보다 깊습니다.',
    retryable: false,
    advice: 'Send flatter JSON; no route needs more than five levels.',
  },
  'body.too_large': {
    status: 413,
    title: 'The body is too large.',
    titleKo: '본문이 너무 큽니다.',
    retryable: false,
    advice: 'Send less; `detail` names the limit. The oldest messages of a conversation can go first.',
  },
  'body.unsupported_type': {
    status: 415,
    title: 'The body must be application/json.',
    titleKo: '본문은 application/json이어야 합니다.',
    retryable: false,
    advice: 'Send `Content-Type: application/json` in UTF-8, uncompressed or with gzip, deflate, br or zstd.',
  },
  'route.not_found': {
    status: 404,
    title: 'No such address.',
    titleKo: '없는 주소입니다.',
    retryable: false,
    advice: 'Look the address up at `/docs`.',
  },
  'route.method_not_allowed': {
    status: 405,
    title: 'This address does not accept that method.',
    titleKo: '이 주소에서 쓸 수 없는 메서드입니다.',
    retryable: false,
    advice: 'Use one of the methods in `Allow`.',
  },
  'route.bad_request': {
    status: 400,
    title: 'The request cannot be understood.',
    titleKo: '요청을 이해할 수 없습니다.',
    retryable: false,
    advice: 'Correct the address or the headers.',
  },
  'route.host_not_allowed': {
    status: 421,
    title: 'This server does not answer for that host name.',
    titleKo: '이 서버는 그 호스트 이름에 답하지 않습니다.',
    retryable: false,
    advice: 'Use a name that the server allows; operators list them in `ALLOWED_HOSTS`.',
  },
  'route.headers_too_large': {
    status: 431,
    title: 'The headers are larger than 16 KB.',
    titleKo: '헤더가 16 KB보다 큽니다.',
    retryable: false,
    advice: 'Send fewer headers; no route needs more than a few hundred bytes.',
  },
  'route.timeout': {
    status: 408,
    title: 'The request took too long to arrive.',
    titleKo: '요청이 너무 늦게 도착했습니다.',
    retryable: true,
    advice: 'Send it again; headers have 10 seconds, the whole request 30.',
  },
  'server.draining': {
    status: 503,
    title: 'The server is shutting down; another replica will answer.',
    titleKo: '서버를 멈추는 중입니다. 다른 서버가 답합니다.',
    retryable: true,
    advice: 'Try again after `Retry-After`; another replica answers.',
  },
  'server.failed': {
    status: 500,
    title: 'Internal server error.',
    titleKo: '서버에 문제가 생겼습니다.',
    retryable: true,
    advice: 'Try again; if it persists, report the `requestId`.',
  },
} as const satisfies Readonly<Record<string, ProblemType>>;

export type HttpProblemCode = keyof typeof HTTP_PROBLEMS;
