/** One request as built by a dialect, with the limits of its answer. */
export interface OutgoingRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Version of the dialect's parameters with which it was built; increases with each adaptation. */
  readonly variant: number;
  /** Whether token usage was requested; it may arrive after the end of the text. */
  readonly expectsUsage: boolean;
  /** Maximum number of characters of visible text, and below of reasoning: multiples of the section's token limit. */
  readonly maxCharacters: number;
  readonly maxHiddenCharacters: number;
}

/** Maximum characters of one token, reached by words of repeated letters. */
const CHARACTERS_PER_TOKEN = 8;
/** Maximum length of an answer, as a multiple of the requested length. */
const MAX_OVERRUN = 2;
/** Reasoning tokens accepted from servers that do not limit reasoning. */
const MAX_REASONING_TOKENS = 32_768;

/** Character limits for upstreams that ignore the token limit; multiples of the requested length. */
export const answerLimits = (maxTokens: number, reasoningRoom: number) => ({
  maxCharacters: maxTokens * MAX_OVERRUN * CHARACTERS_PER_TOKEN,
  maxHiddenCharacters: (maxTokens + Math.max(reasoningRoom, MAX_REASONING_TOKENS)) * CHARACTERS_PER_TOKEN,
});
