/** Behaviour of the scriptable upstream for one request. */
export const BEHAVIOURS = [
  'ok',
  /** Any HTTP status from 400 on, as its number: `429`, `500`, `503`, … */
  'status',
  /** `streams` concurrent requests (default 1); 429 for further ones. */
  'single',
  /** The socket is destroyed before a response. */
  'refuse',
  /** No response. */
  'hang',
  /** Headers, then no data. */
  'hang-after-headers',
  /** `after` tokens, then no data. */
  'stall',
  /** `after` tokens, then a comment every `every` ms, which is data without content. */
  'comments',
  /** One byte every `every` ms. */
  'drip',
  /** `after` tokens, then the socket is destroyed. */
  'reset',
  /** `after` tokens, then a regular end without finish_reason and [DONE]. */
  'clean-end',
  /** The complete stream without [DONE]. */
  'no-done',
  /** `after` tokens, `count` chunks of invalid JSON, then the rest. */
  'garbage',
  /** The whole stream in pieces of `bytes` bytes (default 1). */
  'split',
  /** `after` tokens, one line of `bytes` bytes (default 5 MB), then the rest. */
  'long-line',
  /** Status 200, then after `after` tokens an error object instead of a chunk. */
  'error-object',
  'html',
  /** 302 to `location`. */
  'redirect',
  /** A chunk with empty `choices` before every token; `only=1` omits the tokens. */
  'empty-choices',
] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

export interface UpstreamMode {
  readonly behaviour: Behaviour;
  /** HTTP status; 200 unless `behaviour` is `status`. */
  readonly status: number;
  /** The whole text, sent word by word. If unset, `tokens` generated words are sent. */
  readonly text: string | undefined;
  readonly tokens: number;
  /** Time to the first token. */
  readonly firstMs: number;
  /** Time between two tokens, on a fixed schedule without drift. 0 sends all tokens at once. */
  readonly delayMs: number;
  /** Number of tokens before the fault. */
  readonly after: number;
  /** Size of one piece (`split`) or of the line (`long-line`), in bytes. */
  readonly bytes: number | undefined;
  readonly everyMs: number;
  readonly count: number;
  readonly streams: number;
  /** Value of the header `Retry-After`, in seconds. */
  readonly retryAfter: string | undefined;
  /** Value of the header `retry-after-ms`. */
  readonly retryAfterMs: string | undefined;
  readonly finish: string;
  readonly location: string;
  /** Code of the error object, in streams and error responses. */
  readonly code: string | undefined;
  /** Lines end in CRLF. */
  readonly crlf: boolean;
  /** Fields are written as `data:` without a space. */
  readonly tight: boolean;
  /** Every token is its time of sending (`performance.timeOrigin + performance.now()`, ms) followed by a space. */
  readonly stamp: boolean;
  readonly only: boolean;
  /** After all tokens, [DONE] is not sent and the response is not ended. */
  readonly hold: boolean;
}

/**
 * Parses a mode such as `ok`, `429?retry-after-ms=50` or `stall?after=3&delay=50`; a leading `mode:`, as in model
 * names, is allowed.
 */
export function parseMode(spec: string): UpstreamMode {
  const [name = '', query = ''] = spec.replace(/^mode:/, '').split(/\?(.*)/s);
  const options = new URLSearchParams(query);
  const number = (key: string, fallback: number) => Number(options.get(key) ?? fallback);
  const text = (key: string) => options.get(key) ?? undefined;
  const status = /^[45]\d\d$/.test(name) ? Number(name) : 200;
  return {
    behaviour: status === 200 ? behaviour(name) : 'status',
    status,
    text: text('text'),
    tokens: number('tokens', 12),
    firstMs: number('first', 0),
    delayMs: number('delay', 0),
    after: number('after', 0),
    bytes: options.has('bytes') ? number('bytes', 1) : undefined,
    everyMs: number('every', 1_000),
    count: number('count', 1),
    streams: number('streams', 1),
    retryAfter: text('retry-after'),
    retryAfterMs: text('retry-after-ms'),
    finish: text('finish') ?? 'stop',
    location: text('location') ?? '/elsewhere',
    code: text('code'),
    crlf: options.has('crlf'),
    tight: options.has('tight'),
    stamp: options.has('stamp'),
    only: options.has('only'),
    hold: options.has('hold'),
  };
}

function behaviour(name: string): Behaviour {
  const known = BEHAVIOURS.find((candidate) => candidate === name && candidate !== 'status');
  if (!known) throw new Error(`The scriptable upstream has no mode "${name}"`);
  return known;
}

const WORDS = ['꿈', '속의', '뱀은', 'change', 'in', 'your', '집', '🌙', 'returns', '다시'];

/** The tokens of a mode without faults; concatenated they are the whole text. */
export function tokensOf({ text, tokens }: UpstreamMode): readonly string[] {
  if (text !== undefined) return text.match(/\s*\S+|\s+$/gu) ?? [];
  return Array.from({ length: tokens }, (_, index) => `${index ? ' ' : ''}${WORDS[index % WORDS.length]}`);
}

/** The whole text of a mode without faults. */
export const textOf = (spec: string): string => tokensOf(parseMode(spec)).join('');
