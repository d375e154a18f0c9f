import type { Locale } from '@app/text';
import type { RowDraft } from '@app/knowledge';
import { pick, randomNumbers } from './random.js';

export const BENCH_COLLECTION = 'bench';

/** Words per passage; a Korean passage needs half as many as an English one. */
const WORDS: Readonly<Record<Locale, number>> = { ko: 50, en: 100 };
/** Share of words kept from the original sentence; the others are replaced with rare words. */
const KEPT = 0.6;
const TAIL_WORDS = 60_000;

const SYLLABLES: Readonly<Record<Locale, readonly string[]>> = {
  ko: '가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호구누두루무부수우주추쿠투푸후기니디리미비시이지치키티피히강산문길별달'.split(
    '',
  ),
  en: 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu za bra cle dri flo gru pla ste tri sho thu'.split(
    ' ',
  ),
};

/**
 * Passages with word statistics of real text: sentences of the built-in knowledge files in which four of ten words are
 * replaced with words from a long Zipfian tail. Half of the passages are Korean.
 */
export function* syntheticPassages(
  count: number,
  sentences: Readonly<Record<Locale, readonly string[]>>,
): Generator<RowDraft> {
  const random = randomNumbers(2);
  for (let index = 0; index < count; index++) {
    const lang = index % 2 === 0 ? 'ko' : 'en';
    const words: string[] = [];
    while (words.length < WORDS[lang]) words.push(...pick(sentences[lang], random).split(' '));
    const text = words.map((word) => (random() < KEPT ? word : tailWord(lang, random))).join(' ');
    yield draft(index, lang, text);
  }
}

/** A made-up word of rank r, drawn with probability proportional to about 1/r. */
function tailWord(lang: Locale, random: () => number): string {
  const rank = Math.floor(TAIL_WORDS ** random());
  const syllables = SYLLABLES[lang];
  const own = randomNumbers(rank);
  return Array.from({ length: 2 + Math.floor(own() * 3) }, () => pick(syllables, own)).join('');
}

const draft = (index: number, lang: Locale, text: string): RowDraft => ({
  id: `bench:${index}`,
  collection: BENCH_COLLECTION,
  document: `bench:${index}`,
  hash: '1',
  domain: '',
  lang,
  title: text.split(' ').slice(0, 4).join(' '),
  text,
  source: 'synthetic',
  tags: [],
  facets: {},
});
