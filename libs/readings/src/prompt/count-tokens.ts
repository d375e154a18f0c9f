import { createRequire } from 'node:module';
import { LRUCache } from 'lru-cache';

const requireFrom = createRequire(import.meta.url);

type Encoding = Pick<typeof import('gpt-tokenizer/encoding/o200k_base'), 'countTokens'>;

/** Option that counts marks of chat templates as ordinary text. */
const AS_TEXT = { disallowedSpecial: new Set<string>() };

/**
 * Number of characters counted at once. The tokenizer's time is quadratic for text without spaces (4.3 s for 21 000
 * characters of Hangul). With slices it is linear, and each cut adds at most one token.
 */
const SLICE = 200;

let encoding: Encoding | undefined;

/**
 * Loads the 200 000 merges of o200k, which takes 0.5 s and 70 MB once per process. Only prompts for a model need it.
 */
export function loadTokenizer(): Encoding {
  return (encoding ??= requireFrom('gpt-tokenizer/encoding/o200k_base') as Encoding);
}

/** Number of tokens in the o200k encoding (GPT-4o and later), or slightly more. Stops counting above `max`. */
export function countTokens(text: string, max = Infinity): number {
  const { countTokens: count } = loadTokenizer();
  let tokens = 0;
  for (let from = 0; from < text.length && tokens <= max;) {
    const to = sliceEnd(text, from);
    tokens += count(text.slice(from, to), AS_TEXT);
    from = to;
  }
  return tokens;
}

/** Passages and rules are counted repeatedly; the built-in knowledge files have about 3 000 texts. */
const counted = new LRUCache<string, number>({ max: 4_000 });

/** Cached `countTokens`, for texts that many prompts share. */
export function countKnownText(text: string): number {
  const known = counted.get(text);
  if (known !== undefined) return known;
  const tokens = countTokens(text);
  counted.set(text, tokens);
  return tokens;
}

/** End of the next slice: its last space, so that words stay whole. Never splits a surrogate pair. */
function sliceEnd(text: string, from: number): number {
  const end = from + SLICE;
  if (end >= text.length) return text.length;
  const space = text.lastIndexOf(' ', end);
  if (space > from) return space;
  return text.codePointAt(end - 1) === text.charCodeAt(end - 1) ? end : end - 1;
}
