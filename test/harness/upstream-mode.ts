/** Behaviour of the scriptable upstream for one request. */
export const BEHAVIOURS = [
  'ok',
  /** Any HTTP status from 400 on, as its number: `429`, `500`, `503`, … */
  'status',
  /** `streams` requests at once (default 1), 429 for every further one. */
  'single',
  /** The socket is destroyed before the response. */
  'refuse',
  /** No response. */
  'hang',
  /** Headers, then nothing. */
  'hang-after-headers',
  /** `after` tokens, then nothing. */
  'stall',
  /** `after` tokens, then comments every `every` ms: bytes without content. */
  'comments',
  /** One byte every `every` ms. */
  'drip',
  /** `after` tokens, then the socket is destroyed. */
  'reset',
  /** `after` tokens, then a clean end: no finish_reason, no [DONE]. */
  'clean-end',
  /** Everything but the [DONE]. */
  'no-done',
  /** `after` tokens, `count` chunks of invalid JSON, then the rest. */
  'garbage',
  /** The whole stream in pieces of `bytes` bytes (default 1). */
  'split',
  /** `after` tokens, one line of `bytes` bytes (default 5 MB), then the rest. */
  'long-line',
  /** 200; after `after` tokens an error object in place of a chunk. */
  'error-object',
  'html',
  /** 302 to `location`. */
  'redirect',
  /** A chunk with empty `choices` before every token; `only=1` leaves the tokens out. */
  'empty-choices',
] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

export interface UpstreamMode {
  readonly behaviour: Behaviour;
  /** HTTP status; 200 unless `behaviour` is `status`. */
  readonly status: number;
  /** The whole text, sent word by word. Unset: `tokens` generated words. */
  readonly text: string | undefined;
  readonly tokens: number;
  /** Time to the first token. */
  readonly firstMs: number;
  /** Time between two tokens on a fixed schedule (no drift). 0: all at once. */
  readonly delayMs: number;
  /** Tokens before the fault. */
  readonly after: number;
  /** Bytes of one piece (`split`) or of the line (`long-line`). */
  readonly bytes: number | undefined;
  readonly everyMs: number;
  readonly count: number;
  readonly streams: number;
  /** Seconds, sent as `Retry-After`. */
  readonly retryAfter: string | undefined;
  /** Sent as `retry-after-ms`. */
  readonly retryAfterMs: string | undefined;
  readonly finish: string;
  readonly location: string;
  /** Code of the error object, in streams and error responses. */
  readonly code: string | undefined;
  /** Lines end in CRLF. */
  readonly crlf: boolean;
  /** `data:` without the space. */
  readonly tight: boolean;
  /** Every token is the time it was sent (`performance.timeOrigin + performance.now()`, ms) and a space. */
  readonly stamp: boolean;
  readonly only: boolean;
  /** After all tokens, neither [DONE] is sent nor the response ended. */
  readonly hold: boolean;
}

/** `ok`, `429?retry-after-ms=50`, `stall?after=3&delay=50`; also with the `mode:` of a model name in front. */
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

/** The tokens of a mode without faults; joined they are its whole text. */
export function tokensOf({ text, tokens }: UpstreamMode): readonly string[] {
  if (text !== undefined) return text.match(/\s*\S+|\s+$/gu) ?? [];
  return Array.from({ length: tokens }, (_, index) => `${index ? ' ' : ''}${WORDS[index % WORDS.length]}`);
}

/** The whole text of a mode without faults. */
export const textOf = (spec: string): string => tokensOf(parseMode(spec)).join('');
