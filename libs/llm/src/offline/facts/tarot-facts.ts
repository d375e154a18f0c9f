import { listNames } from '../language/list-names.js';
import { countCards } from './count-cards.js';
import { asList, asRecord, nameOf } from './loose.js';
import type { FactsReader, Locale, Span, Subject } from './section-facts.js';

/** Records of cards say three sentences on the card itself. */
const PICTURE: Span = { from: 0, to: 3, least: 3 };
/** They end with two on the orientation that was asked for. */
const ORIENTATION: Span = { from: -2, least: 5 };
const SUITS = { wands: '완드', cups: '컵', swords: '소드', pentacles: '펜타클' } as const;
/** A suit in so many cards of one spread is worth a word. */
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
      name: locale === 'en' ? label.replace(/^The /, 'the ') : label,
      reversed: (reversed ?? isReversed) === true,
    },
  ];
}

const orientation = ({ reversed }: Card, locale: Locale): string =>
  locale === 'ko' ? (reversed ? '역방향' : '정방향') : reversed ? 'reversed' : 'upright';

const subjectOf = (card: Card, locale: Locale): Subject => ({
  records: card.id ? [{ id: card.id.includes(':') ? card.id : `tarot:${card.id}` }] : [],
  names: [card.name],
  slots: { name: card.name, position: card.position, orientation: orientation(card, locale) },
});

const spreadSlots = (spread: unknown, locale: Locale): Readonly<Record<string, string>> => {
  const { name, title } = asRecord(spread);
  return { spread: nameOf(name ?? title ?? '', locale) };
};

/** Every card by name; `laid` also says how and where each lies. */
function cardSlots(cards: readonly Card[], locale: Locale): Readonly<Record<string, string>> {
  const names = listNames([...new Set(cards.map(({ name }) => name))], locale);
  const laid = cards.map((card) => {
    const way = `${card.name}(${orientation(card, locale)})`;
    if (locale === 'en') return card.position ? `${card.name} (${card.position}, ${orientation(card, locale)})` : way;
    return card.position ? `‘${card.position}’의 ${way}` : way;
  });
  return { cards: names, about: names, laid: laid.join(', ') };
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
