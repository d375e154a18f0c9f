import { type FactsReader, type Span, type Subject, asList, asRecord, nameOf } from '@app/composer';
import { listNames, type Locale } from '@app/text';
import { type LaidCard, answeringCard, answerSlots } from './answer-card.js';
import { countCards } from './count-cards.js';

/** The first three sentences of a card's record describe the card itself. */
const PICTURE: Span = { from: 0, to: 3, min: 3 };
/** The last two sentences describe the requested orientation: its meaning, then its advice. */
const ORIENTATION: Span = { from: -2, min: 5 };
const MEANING: Span = { from: -2, to: -1, min: 5 };
const ADVICE: Span = { from: -1, min: 5 };

export const tarotFacts: FactsReader = (facts, locale, question) => {
  const cards = asList(facts['cards']).flatMap((value) => cardOf(value, locale));
  const subjects = cards.map((card) => subjectOf(card, locale));
  const answering = answeringCard(cards, question);
  const at = answering ? cards.indexOf(answering) : -1;
  return {
    slots: {
      ...spreadSlots(facts['spread'], locale),
      ...cardSlots(cards, locale),
      ...answerSlots(cards, question, locale),
      total: cards.length > 0 ? countCards(cards.length, locale) : '',
      single: cards.length === 1 ? (cards[0]?.name ?? '') : '',
      several: cards.length > 1 ? countCards(cards.length, locale) : '',
    },
    groups: {
      cards: subjects,
      answerCard: inSpan(subjects.slice(at, at + 1), answering?.reversed ? MEANING : ORIENTATION),
      orientations: inSpan(subjects, ORIENTATION),
      // The overall section quotes the orientation of the answering card; here its picture follows. The picture shows
      // the card upright, so a reversed card is followed by its advice instead.
      laidCards: subjects.flatMap((subject, index) =>
        inSpan([subject], index !== at ? ORIENTATION : answering?.reversed ? ADVICE : PICTURE),
      ),
    },
  };
};

const inSpan = (subjects: readonly Subject[], span: Span): readonly Subject[] =>
  subjects.map((subject) => ({ ...subject, records: subject.records.map(({ id }) => ({ id, span })) }));

function cardOf(value: unknown, locale: Locale): readonly LaidCard[] {
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

const orientation = ({ reversed }: LaidCard, locale: Locale): string =>
  locale === 'ko' ? (reversed ? '역방향' : '정방향') : reversed ? 'reversed' : 'upright';

const subjectOf = (card: LaidCard, locale: Locale): Subject => ({
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
function cardSlots(cards: readonly LaidCard[], locale: Locale): Readonly<Record<string, string>> {
  const names = shortly([...new Set(cards.map(({ name }) => name))], locale);
  const laid = cards.map((card) => {
    const way = orientation(card, locale);
    if (locale === 'en') return `${card.name} (${[card.position, way].filter(Boolean).join(', ')})`;
    return `${card.position && `‘${card.position}’의 `}${card.name}(${way})`;
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
