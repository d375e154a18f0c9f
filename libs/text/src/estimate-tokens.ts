/** Lower bound of Hangul characters per token and upper bound of tokens per English word, in current vocabularies. */
const HANGUL_PER_TOKEN = 1.15;
const TOKENS_PER_WORD = 1.3;

const [OTHER, WIDE, WORD] = [0, 1, 2] as const;
const UNITS = 0x1_0000;
let classes: Uint8Array | undefined;

/**
 * Rough upper estimate of a text's tokens without a tokenizer; `libs/readings` counts exactly where prompts require it.
 * One pass over the UTF-16 units, because it runs for every prompt; characters of two units count as none.
 */
export function estimateTokens(text: string): number {
  const classOf = (classes ??= classify());
  let wide = 0;
  let words = 0;
  let before: number = OTHER;
  for (let at = 0; at < text.length; at++) {
    const current = classOf[text.charCodeAt(at)] as number;
    if (current === WIDE) wide++;
    else if (current === WORD && before !== WORD) words++;
    before = current;
  }
  return wide / HANGUL_PER_TOKEN + words * TOKENS_PER_WORD;
}

function classify(): Uint8Array {
  return Uint8Array.from({ length: UNITS }, (_, unit) => {
    const character = String.fromCharCode(unit);
    if (/[\p{Script=Hangul}\p{Script=Han}]/u.test(character)) return WIDE;
    return /[\p{Script=Latin}\p{N}]/u.test(character) ? WORD : OTHER;
  });
}
