/** One request as a dialect makes it, and what its answer may be. */
export interface OutgoingRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Which of the dialect's adaptations it was made with. */
  readonly variant: number;
  /** The upstream was asked to count tokens: the count may come after the end. */
  readonly expectsUsage: boolean;
  /** Most characters of visible text, and of reasoning: a multiple of the section's limit. */
  readonly maxCharacters: number;
  readonly maxHiddenCharacters: number;
}

/** Characters of one token, at most: words of repeated letters. */
const CHARACTERS_PER_TOKEN = 8;
/** How many times the length that was asked for is still read. */
const MAX_OVERRUN = 2;
/** Servers that do not limit reasoning must still end some time. */
const MAX_REASONING_TOKENS = 32_768;

/** Bounds for an upstream that keeps none: a multiple of what was asked for. */
export const answerLimits = (maxTokens: number, reasoningRoom: number) => ({
  maxCharacters: maxTokens * MAX_OVERRUN * CHARACTERS_PER_TOKEN,
  maxHiddenCharacters: (maxTokens + Math.max(reasoningRoom, MAX_REASONING_TOKENS)) * CHARACTERS_PER_TOKEN,
});
