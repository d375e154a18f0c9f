/** Characters of Hangul a token of today's vocabularies holds at least, and tokens an English word takes at most. */
const HANGUL_PER_TOKEN = 1.15;
const TOKENS_PER_WORD = 1.3;

/** About how many tokens a text is to a model, rather too many than too few. */
export function estimateTokens(text: string): number {
  const wide = text.match(/[\p{Script=Hangul}\p{Script=Han}]/gu)?.length ?? 0;
  const words = text.match(/[\p{Script=Latin}\p{N}]+/gu)?.length ?? 0;
  return wide / HANGUL_PER_TOKEN + words * TOKENS_PER_WORD;
}
