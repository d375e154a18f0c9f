import { MAJOR_WORDS, RANK_WORDS, SUIT_WORDS } from './card-words.js';
import { type Card, DECK, type DeckName, MAJORS_COUNT } from './deck.js';

const cardOfSlug: ReadonlyMap<string, Card> = new Map(DECK.map((card) => [card.slug, card]));

const inverted = (words: readonly (readonly [name: string, words: string])[]): ReadonlyMap<string, string> =>
  new Map(words.flatMap(([name, all]) => all.split(' ').map((word) => [word, name] as const)));

const MAJORS = inverted(Object.entries(MAJOR_WORDS));
const SUITS = inverted(Object.entries(SUIT_WORDS));
const RANKS = inverted(RANK_WORDS);

/** An alternation of the words, longest first, so that `페이지` is not read as a shorter word. */
const oneOf = (words: ReadonlyMap<string, string>): string =>
  [...words.keys()].toSorted((a, b) => b.length - a.length).join('|');

const RANK_FIRST = new RegExp(`^(${oneOf(RANKS)})(?:of|de|의)?(${oneOf(SUITS)})$`, 'u');
const SUIT_FIRST = new RegExp(`^(${oneOf(SUITS)})(?:of|의)?(${oneOf(RANKS)})$`, 'u');
/** Codes of major arcana: `ar13`, `maj13`, `major-xiii`, `trump 13`. */
const MAJOR_CODE = /^(?:ar|m|maj|major|trump|atu)(\d{1,2}|[ivx]+)$/u;

/** Words that do not help to identify a card. */
const FILLERS = /^(?:the|le|la|les|il|card|tarot|major|minor|arcana|arcanum|suit|카드|타로|메이저|마이너|아르카나)$/u;
const NUMERAL = /^(?:\d{1,2}|[ivx]+)$/u;

/**
 * The words of a name in normalized form: without case, accents and apostrophes, and without Chinese characters when
 * the name has another script.
 */
function wordsOf(name: string): readonly string[] {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{Script=Latin}\p{M}+/gu, ([letter = '']) => letter)
    .normalize('NFC')
    .replace(/^\s*tarot:/u, '')
    .replaceAll(/\b[dl]['’]/gu, '')
    .replaceAll(/['’]/gu, '')
    .replaceAll(/\p{Script=Han}+/gu, ' ');
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/**
 * The card that a text names in any usual form: `The Fool`, `0 · 愚者 The Fool`, `VIII of Swords`, `cups-ace`, `컵의 에이스`,
 * `ar13`, `Knave of Wands`. Undefined for anything else, including a bare number, because decks number Justice and
 * Strength differently.
 */
export function cardNamed(name: string, deck: DeckName = 'waite'): Card | undefined {
  const words = wordsOf(name);
  const bare = words.filter((word) => !FILLERS.test(word)).map((word) => word.replace(/카드$/u, ''));
  const unnumbered = [
    bare.slice(NUMERAL.test(bare[0] ?? '') ? 1 : 0),
    bare.slice(0, NUMERAL.test(bare.at(-1) ?? '') ? -1 : undefined),
  ];
  const major = [bare, ...unnumbered].map((each) => MAJORS.get(each.join(''))).find(Boolean);
  if (major) return cardOfSlug.get(major);
  return minorNamed(bare.join(''), deck) ?? majorNumbered(words.join(''));
}

function minorNamed(key: string, deck: DeckName): Card | undefined {
  const [, rank = '', suit = ''] = RANK_FIRST.exec(key) ?? swapped(SUIT_FIRST.exec(key)) ?? [];
  const isThothKnight = deck === 'thoth' && /^(?:knight|kn|kt|12|기사|나이트)$/u.test(rank);
  return cardOfSlug.get(`${isThothKnight ? 'king' : RANKS.get(rank)}-of-${SUITS.get(suit)}`);
}

const swapped = (match: RegExpExecArray | null): readonly string[] | undefined =>
  match ? [match[0], match[2] ?? '', match[1] ?? ''] : undefined;

function majorNumbered(key: string): Card | undefined {
  const [, numeral = ''] = MAJOR_CODE.exec(key.replace(/arcana/u, '')) ?? [];
  const number = /^\d/u.test(numeral) ? Number(numeral) : ROMAN.indexOf(numeral);
  return number >= 0 && number < MAJORS_COUNT && numeral !== '' ? DECK[number] : undefined;
}

/** Roman numerals by value; zero has none. */
const ROMAN = ['-', ...'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi'.split(' ')];
