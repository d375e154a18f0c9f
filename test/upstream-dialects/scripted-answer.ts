/** One HTTP response of an upstream, byte by byte. */
export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Written in order, one write each. */
  readonly writes: readonly (string | Uint8Array)[];
  /** Pause between two writes, in ms. */
  readonly pauseMs?: number;
  /** Break the connection after the last write instead of ending the body. */
  readonly reset?: boolean;
}

/** Expected outcome of every section of the reading. */
export type Expectation =
  | { readonly status: 'done'; readonly text: string }
  /** Failed with any of `codes` after exactly `text`. */
  | { readonly status: 'failed'; readonly codes: readonly string[]; readonly text: string };

export interface DialectScript {
  readonly name: string;
  /** Responses in request order; the last one repeats. */
  readonly answers: readonly ScriptedAnswer[];
  readonly expected: Expectation;
}

/** Marks reasoning, which must never reach a client. */
export const HIDDEN = 'HIDDEN-REASONING';

export const PIECES = ['Rain fell ', 'on the garden. ', 'The gate ', 'stood open. ', 'Rest tonight.'] as const;
export const TEXT = PIECES.join('');

type Json = Readonly<Record<string, unknown>>;

export const chunk = (choice: Json, more: Json = {}): Json => ({
  id: 'c-1',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'm',
  choices: [{ index: 0, finish_reason: null, ...choice }],
  ...more,
});
export const content = (text: unknown): Json => chunk({ delta: { content: text } });
export const finish = (reason: unknown): Json => chunk({ delta: {}, finish_reason: reason });
export const data = (value: Json): string => `data: ${JSON.stringify(value)}\n\n`;
export const DONE = 'data: [DONE]\n\n';
export const SSE = { 'Content-Type': 'text/event-stream' };
export const JSON_TYPE = { 'Content-Type': 'application/json' };

/** A well-formed stream of these chunks. */
export const sse = (...chunks: readonly Json[]): ScriptedAnswer => ({
  headers: SSE,
  writes: [...chunks.map((value) => data(value)), DONE],
});

export const pieces = (): readonly Json[] => PIECES.map((piece) => content(piece));
export const whole: Expectation = { status: 'done', text: TEXT };
export const failedBefore = (...codes: readonly string[]): Expectation => ({ status: 'failed', codes, text: '' });
export const failedAfter = (...codes: readonly string[]): Expectation => ({ status: 'failed', codes, text: TEXT });
