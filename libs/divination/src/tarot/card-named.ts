import { MAJOR_WORDS, RANK_WORDS, SUIT_WORDS } from './card-words.js';
import { type Card, DECK, type DeckName, MAJORS_COUNT } from './deck.js';

const cardOfSlug: ReadonlyMap<string, Card> = new Map(DECK.map((card) => [card.slug, card]));

const inverted = (words: readonly (readonly [name: string, words: string])[]): ReadonlyMap<string, string> =>
  new Map(words.flatMap(([name, all]) => all.split(' ').map((word) => [word, name] as const)));

const MAJORS = inverted(Object.entries(MAJOR_WORDS));
const SUITS = inverted(Object.entries(SUIT_WORDS));
const RANKS = inverted(RANK_WORDS);

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
  const found = wordsNaming(words) ?? joinedNaming(words.join(''));
  const cards = new Set(found.map(([rank, suit]) => cardOfSlug.get(`${rankIn(deck, rank)}-of-${SUITS.get(suit)}`)));
  const [card, ...others] = cards;
  return others.length > 0 ? undefined : card;
}

/** Thoth's knight is the king of other decks. */
const rankIn = (deck: DeckName, rank: string): string | undefined =>
  deck === 'thoth' && /^(?:knight|kn|kt|12|기사|나이트)$/u.test(rank) ? 'king' : RANKS.get(rank);

type RankAndSuit = readonly [rank: string, suit: string];

/** Words between rank and suit. */
const BETWEEN = /^(?:of|de|의)$/u;

const ranksIn = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.flatMap((word) => RANKS.get(word) ?? []));

/**
 * Rank and suit that are words of their own, with a number beside them if any: `Six of Wands`, `wands-11-page`, `#37 Two
 * of Cups`, `Cups A`. Undefined for other words.
 */
function wordsNaming(given: readonly string[]): readonly RankAndSuit[] | undefined {
  const words = given.map((word, at) => (word === 'a' && (given[at + 1] ?? 'of') === 'of' ? 'ace' : word));
  const suits = words.filter((word) => SUITS.has(word));
  const ranks = words.filter((word) => RANKS.has(word));
  const others = words.filter((word) => !SUITS.has(word) && !RANKS.has(word) && !BETWEEN.test(word));
  const [suit, ...moreSuits] = suits;
  if (suit === undefined || moreSuits.length > 0 || others.some((word) => !/^\d+$/u.test(word))) return undefined;
  const rank = ranks.find((word) => !/^\d/u.test(word)) ?? ranks[0];
  return rank === undefined || ranksIn(words).size > 1 ? undefined : [[rank, suit]];
}

/** Every reading of a name without spaces as a rank and a suit: `cups01`, `컵의에이스`, `swqu`; `wandsix` has two. */
function joinedNaming(key: string): readonly RankAndSuit[] {
  return [...SUITS.keys()].flatMap((suit): readonly RankAndSuit[] => {
    const rests = [
      key.startsWith(suit) ? key.slice(suit.length).replace(/^(?:of|의)/u, '') : '',
      key.endsWith(suit) ? key.slice(0, -suit.length).replace(/(?:of|de|의)$/u, '') : '',
    ];
    return rests.filter((rank) => RANKS.has(rank) && !isWord(rank, suit)).map((rank) => [rank, suit]);
  });
}

/** Letters of a suit and a Roman numeral may be a word: `six`, `is`. */
const isWord = (rank: string, suit: string): boolean =>
  suit.length === 1 && /^[a-z]$/u.test(suit) && /^[ivx]+$/u.test(rank);

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
