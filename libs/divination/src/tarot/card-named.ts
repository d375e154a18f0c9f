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
const MAJOR_CODE = /^(ar|m|maj|major|trump|atu|메이저)(\d{1,2}|[ivx]+)$/u;

/** Words that do not help to identify a card, and those of the names of image files. */
const FILLERS =
  /^(?:the|le|la|les|il|더|card|tarot|major|minor|arcana|arcanum|suit|no|카드|타로|메이저|마이너|아르카나|rws|jpe?g|png|gif|webp|svg)$/u;
const NUMERAL = /^(?:\d{1,2}|[ivx]+)$/u;
/** Marks between two names of a card: `The Fool (광대)`, `Strength / Lust`. */
const SEPARATORS = /[()[\]/|:,]|\s[-–—]\s/u;

/**
 * The words of a name in normalized form: without case, accents and apostrophes, and without Chinese characters when
 * the name has another script.
 */
function wordsOf(name: string): readonly string[] {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replaceAll(/\p{Script=Latin}\p{M}+/gu, ([letter = '']) => letter)
    .normalize('NFC')
    .replace(/^\s*tarot:/u, '')
    .replaceAll(/\b[dl]['’]/gu, '')
    .replaceAll(/['’]/gu, '')
    .replaceAll(/\p{Script=Han}+/gu, ' ');
  return plain
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/카드$|(?<=\d)번$/u, ''))
    .filter((word) => word !== '');
}

/**
 * The card that a text names in any usual form: `The Fool`, `0 · 愚者 The Fool`, `VIII of Swords`, `cups-ace`, `컵의 에이스`,
 * `ar13`, `Knave of Wands`, `The Fool (광대)`. Undefined for anything else, including two different cards, and a bare
 * number, because decks number Justice and Strength differently.
 */
export function cardNamed(name: string, deck: DeckName = 'waite'): Card | undefined {
  const found = [name, ...partsOf(name)].map((part) => cardOf(wordsOf(part), deck));
  const [card, ...others] = new Set(found[0] ? [found[0]] : found.filter((each) => each !== undefined));
  return others.length > 0 ? undefined : card;
}

/** The names in a text that gives several: by separators, and by script. */
const partsOf = (name: string): readonly string[] =>
  ranksIn(wordsOf(name)).size > 1
    ? []
    : name.split(SEPARATORS).flatMap((part) => [part, ...(part.match(/\p{Script=Hangul}+/gu) ? byScript(part) : [])]);

const byScript = (text: string): readonly string[] => [
  text.replaceAll(/\p{Script=Hangul}+/gu, ' '),
  text.replaceAll(/[^\p{Script=Hangul}\s]+/gu, ' '),
];

function cardOf(words: readonly string[], deck: DeckName): Card | undefined {
  const bare = words.filter((word) => !FILLERS.test(word));
  const unnumbered = [
    bare.slice(NUMERAL.test(bare[0] ?? '') ? 1 : 0),
    bare.slice(0, NUMERAL.test(bare.at(-1) ?? '') ? -1 : undefined),
  ];
  const keys = [bare, ...unnumbered].map((each) => each.join(''));
  const major = keys.map((key) => MAJORS.get(key) ?? MAJORS.get(key.replace(/^더/u, ''))).find(Boolean);
  if (major) return cardOfSlug.get(major);
  return minorNamed(bare, deck) ?? majorNumbered(words.join(''), deck);
}

function minorNamed(words: readonly string[], deck: DeckName): Card | undefined {
  const key = words.join('');
  const [, rank = '', suit = ''] = RANK_FIRST.exec(key) ?? swapped(SUIT_FIRST.exec(key)) ?? ['', ...rankAndSuit(words)];
  const isThothKnight = deck === 'thoth' && /^(?:knight|kn|kt|12|기사|나이트)$/u.test(rank);
  return cardOfSlug.get(`${isThothKnight ? 'king' : RANKS.get(rank)}-of-${SUITS.get(suit)}`);
}

const swapped = (match: RegExpExecArray | null): readonly string[] | undefined =>
  match ? [match[0], match[2] ?? '', match[1] ?? ''] : undefined;

const ranksIn = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.flatMap((word) => RANKS.get(word) ?? []));

/** Rank and suit of a name that also has a number: `wands-11-page`, `#37 Two of Cups`. */
function rankAndSuit(words: readonly string[]): readonly [rank?: string, suit?: string] {
  const suits = words.filter((word) => SUITS.has(word));
  const ranks = words.filter((word) => RANKS.has(word));
  const others = words.filter((word) => !SUITS.has(word) && !RANKS.has(word) && !/^(?:of|de|의|\d+)$/u.test(word));
  if (suits.length !== 1 || others.length > 0 || ranksIn(words).size !== 1) return [];
  return [ranks.find((word) => !/^\d/u.test(word)) ?? ranks[0], suits[0]];
}

/** Waite exchanged the numbers of Strength and Justice, which are 11 and 8 in older decks and in Crowley's. */
const OLDER_NUMBERS: Readonly<Record<number, number>> = { 8: 11, 11: 8 };

function majorNumbered(key: string, deck: DeckName): Card | undefined {
  const [, code, numeral = ''] = MAJOR_CODE.exec(key.replace(/arcana/u, '')) ?? [];
  const number = /^\d/u.test(numeral) ? Number(numeral) : ROMAN.indexOf(numeral);
  if (number < 0 || number >= MAJORS_COUNT || numeral === '') return undefined;
  const isOlder = code === 'atu' || (code !== 'ar' && deck !== 'waite');
  return DECK[isOlder ? (OLDER_NUMBERS[number] ?? number) : number];
}

/** Roman numerals by value; zero has none. */
const ROMAN = ['-', ...'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi'.split(' ')];
