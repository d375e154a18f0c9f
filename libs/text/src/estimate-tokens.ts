/** Lower bound of Hangul characters per token and upper bound of tokens per English word, in current vocabularies. */
const HANGUL_PER_TOKEN = 1.15;
const TOKENS_PER_WORD = 1.3;

/**
 * Rough upper estimate of a text's tokens without a tokenizer; `libs/readings` counts exactly where prompts require it.
 */
export function estimateTokens(text: string): number {
  const wide = text.match(/[\p{Script=Hangul}\p{Script=Han}]/gu)?.length ?? 0;
  const words = text.match(/[\p{Script=Latin}\p{N}]+/gu)?.length ?? 0;
  return wide / HANGUL_PER_TOKEN + words * TOKENS_PER_WORD;
}
