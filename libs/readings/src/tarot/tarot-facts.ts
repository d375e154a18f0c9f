import { type FactsReader, type Span, type Subject, asList, asRecord, nameOf } from '@app/composer';
import { listNames } from '@app/text';
import { countCards } from './count-cards.js';
import type { Locale } from '@app/text';

/** The first three sentences of a card's record describe the card itself. */
const PICTURE: Span = { from: 0, to: 3, min: 3 };
/** The last two sentences describe the requested orientation. */
const ORIENTATION: Span = { from: -2, min: 5 };
const SUITS = { wands: '완드', cups: '컵', swords: '소드', pentacles: '펜타클' } as const;
/** Minimum number of cards of one suit in a spread for the suit to be mentioned. */
const SUIT_STANDS_OUT = 2;

interface Card {
  readonly position: string;
  readonly id: string;
  readonly name: string;
  readonly reversed: boolean;
}

export const tarotFacts: FactsReader = (facts, locale) => {
  const cards = asList(facts['cards']).flatMap((value) => cardOf(value, locale));
  const subjects = cards.map((card) => subjectOf(card, locale));
  const key = cards.length > 4 ? [0, 1, cards.length - 1] : [0, 1, 2, 3];
  return {
    slots: { ...spreadSlots(facts['spread'], locale), ...cardSlots(cards, locale), ...countSlots(cards, locale) },
    groups: {
      cards: subjects,
      pictures: inSpan(
        key.flatMap((index) => subjects[index] ?? []),
        PICTURE,
      ),
      orientations: inSpan(subjects, ORIENTATION),
    },
  };
};

const inSpan = (subjects: readonly Subject[], span: Span): readonly Subject[] =>
  subjects.map((subject) => ({ ...subject, records: subject.records.map(({ id }) => ({ id, span })) }));

function cardOf(value: unknown, locale: Locale): readonly Card[] {
  const { position, id, name, title, reversed, is_reversed: isReversed } = asRecord(value);
  const label = nameOf(name ?? title ?? (typeof value === 'string' ? value : undefined), locale);
  if (label === '') return [];
  return [
    {
      position: nameOf(position, locale),
      id: typeof id === 'string' ? id : '',
      name: locale === 'en' ? spokenEnglish(label) : label,
      reversed: (reversed ?? isReversed) === true,
    },
  ];
}

/** Names such as "the Fool" and "the Ten of Cups"; Death and Justice take no article. */
const spokenEnglish = (label: string): string =>
  / of (?:Wands|Cups|Swords|Pentacles|Fortune)$/i.test(label) && !/^the /i.test(label)
    ? `the ${label}`
    : label.replace(/^The /, 'the ');

/** Positions that change a card's meaning: the past, and obstacles. */
const HINTS = [
  {
    position: /^(?:과거|지나온 일|past|the recent past)$/i,
    ko: '이미 지나온 일에 비추어',
    en: 'in the light of what already lies behind you',
  },
  {
    position: /^(?:가로막는 것|넘어야 할 것|the challenge|what has to be faced)$/i,
    ko: '무엇이 지나치거나 모자라 걸림돌이 되는지 살피며',
    en: 'for where too much or too little of it gets in the way',
  },
] as const;

const hintFor = (position: string, locale: Locale): string =>
  HINTS.find((hint) => hint.position.test(position))?.[locale] ?? '';

const orientation = ({ reversed }: Card, locale: Locale): string =>
  locale === 'ko' ? (reversed ? '역방향' : '정방향') : reversed ? 'reversed' : 'upright';

const subjectOf = (card: Card, locale: Locale): Subject => ({
  records: card.id ? [{ id: card.id.includes(':') ? card.id : `tarot:${card.id}` }] : [],
  names: [card.name],
  slots: {
    name: card.name,
    position: card.position,
    orientation: orientation(card, locale),
    hint: hintFor(card.position, locale),
  },
});

const spreadSlots = (spread: unknown, locale: Locale): Readonly<Record<string, string>> => {
  const { name, title } = asRecord(spread);
  return { spread: nameOf(name ?? title ?? '', locale) };
};

/** Slots with the names of all cards; `laid` adds orientation and position. */
function cardSlots(cards: readonly Card[], locale: Locale): Readonly<Record<string, string>> {
  const names = shortly([...new Set(cards.map(({ name }) => name))], locale);
  const laid = cards.map((card) => {
    const way = `${card.name}(${orientation(card, locale)})`;
    if (locale === 'en') return card.position ? `${card.name} (${card.position}, ${orientation(card, locale)})` : way;
    return card.position ? `‘${card.position}’의 ${way}` : way;
  });
  return { cards: names, about: names, laid: laid.join(', ') };
}

/** Longer lists are shortened, because the spread has already been listed in full. */
const MAX_NAMED = 6;

function shortly(names: readonly string[], locale: Locale): string {
  if (names.length <= MAX_NAMED) return listNames(names, locale);
  const told = [names[0], names[1], names.at(-1)].join(', ');
  if (locale === 'ko') return `${told} 등 ${countCards(names.length, locale)}`;
  return `${told} and the other ${countCards(names.length - 3, locale)} cards`;
}

function countSlots(cards: readonly Card[], locale: Locale): Readonly<Record<string, string>> {
  const count = (some: readonly Card[], least = 1) => (some.length >= least ? countCards(some.length, locale) : '');
  const reversed = cards.filter((card) => card.reversed);
  const majors = cards.filter(({ id }) => id !== '' && !id.includes('-of-'));
  const mixed = reversed.length > 0 && reversed.length < cards.length;
  return {
    total: count(cards),
    single: cards.length === 1 ? (cards[0]?.name ?? '') : '',
    several: count(cards, 2),
    someReversed: mixed ? count(reversed) : '',
    allReversed: reversed.length > 1 && reversed.length === cards.length ? count(cards) : '',
    majors: count(majors, 2),
    ...suitSlots(cards, locale),
  };
}

function suitSlots(cards: readonly Card[], locale: Locale): Readonly<Record<string, string>> {
  const counts = Object.entries(SUITS).map(([suit, korean]) => ({
    suit: locale === 'ko' ? korean : suit,
    count: cards.filter(({ id }) => id.endsWith(`-of-${suit}`)).length,
  }));
  const [most, next] = counts.toSorted((left, right) => right.count - left.count);
  if (!most || most.count < SUIT_STANDS_OUT || most.count === next?.count) return {};
  return { suit: most.suit, suitCount: countCards(most.count, locale) };
}
