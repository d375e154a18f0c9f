import type { Correction } from './correction.js';

const MARKER = /\s?(?:아니라|아니고|아니구|말고)[,요]{0,2}\s+/u;
const MAX_WORDS = 4;

const PARTICLE = /(?:이|가|은|는|을|를|에|에서|으로|로|와|과|랑)$/u;
/** Endings that make a noun the predicate. */
const COPULA =
  /(?:이었어요|였어요|이에요|예요|에요|입니다|이네요|이라네요|라네요|이래요|래요|이라고요|라고요|이라니까요|라니까요|이고요|인데요|이요|이야|이었|였)$/u;
const VERB = /(?:[가-힣]요|니다|[가-힣]다)$/u;

/**
 * The correction in a sentence such as "아침 7시가 아니라 저녁 7시예요". The replaced and the replacing words usually end
 * alike (7시, 7시), which shows how many words belong to them.
 */
export function koreanCorrection(text: string): Correction | undefined {
  const [before = '', after] = text.split(MARKER, 2);
  if (after === undefined) return undefined;
  const wrong = wordsOf(before.split(/[.,!?]/u).at(-1) ?? '').slice(-MAX_WORDS);
  const right = nounsOf(wordsOf(after.split(/[.,!?]/u)[0] ?? '').slice(0, MAX_WORDS));
  const last = withoutParticle(wrong.at(-1) ?? '');
  if (last === '' || right.length === 0) return undefined;
  const alike = right.findIndex((word) => word.at(-1) === last.at(-1));
  const count = alike < 0 ? 1 : alike + 1;
  const from = [...wrong.slice(-count, -1), last].join(' ');
  const to = alike < 0 ? right : [...right.slice(0, count), ...leadingNumbers(right.slice(count))];
  return to.join(' ') === from ? undefined : { from, to: to.join(' ') };
}

/** The words before the first one that is not a number: 6월 | 10일. */
const leadingNumbers = (words: readonly string[]): readonly string[] => {
  const end = words.findIndex((word) => !/^\d/.test(word));
  return end < 0 ? words : words.slice(0, end);
};

const wordsOf = (text: string): readonly string[] => text.trim().split(/\s+/u).filter(Boolean);

/** The words before the predicate, or with it when it is a noun; the last one without its ending. */
function nounsOf(words: readonly string[]): readonly string[] {
  const last = words.at(-1) ?? '';
  const noun = last.replace(COPULA, '');
  if (noun === last && words.length > 1 && VERB.test(last)) return withLast(words.slice(0, -1), withoutParticle);
  return noun === '' ? [] : withLast(words, () => noun);
}

const withLast = (words: readonly string[], change: (word: string) => string): readonly string[] => [
  ...words.slice(0, -1),
  change(words.at(-1) ?? ''),
];

const withoutParticle = (word: string): string => (word.length > 1 ? word.replace(PARTICLE, '') : word);
