import {
  type FactsReader,
  type Slots,
  type Span,
  type Subject,
  asList,
  asNumber,
  asRecord,
  cleanLine,
  nameOf,
} from '@app/composer';
import { linePosition } from '@app/divination';
import { listNames, type Locale } from '@app/text';

/** Sentences of a hexagram's record: three on the hexagram, two on the judgement, two on the image, one per line. */
const JUDGEMENT: Span = { from: 3, to: 5, min: 5 };
const IMAGE: Span = { from: 5, to: 7, min: 7 };
const BEFORE_LINES = 7;

interface Hexagram {
  readonly number: number | undefined;
  readonly name: string;
  readonly slots: Readonly<Record<string, string>>;
}

export const ichingFacts: FactsReader = (facts, locale) => {
  const primary = hexagramOf(facts['primary'] ?? facts['hexagram'], locale);
  const resulting = hexagramOf(facts['resulting'], locale);
  const changing = changingOf(facts['changing'] ?? facts['changingLines']);
  return {
    slots: {
      ...prefixed('primary', primary),
      ...prefixed('resulting', resulting),
      about: primary ? titleOf(primary, locale) : '',
      changing: listNames(
        changing.map((line) => linePosition(line, locale)),
        locale,
      ),
      lineTexts: lineTextsOf(facts['lineTexts'], locale),
      ...ruleSlots(primary, changing, locale),
      still: primary && changing.length === 0 ? titleOf(primary, locale) : '',
    },
    groups: {
      primary: subjects(primary),
      judgement: subjects(primary, JUDGEMENT),
      image: subjects(primary, IMAGE),
      lines: changing.map((line, index) =>
        lineSubject(primary, line, changing.length - index, changing.length, locale),
      ),
      spokenLines: spokenLines(changing).map((line) =>
        lineSubject(primary, line, changing.length - changing.indexOf(line), changing.length, locale),
      ),
      resulting: subjects(resulting),
      answer: subjects(
        changing.length < MANY_LINES ? primary : isWhole(primary, changing) ? undefined : resulting,
        JUDGEMENT,
      ),
      resultingJudgement: changing.length < MANY_LINES ? subjects(resulting, JUDGEMENT) : [],
    },
  };
};

/** From this number of changing lines on, the resulting hexagram is decisive and no line is quoted. */
const MANY_LINES = 4;
const ALL_LINES = 6;

/** Slots for the rule that applies to the number of changing lines. The uppermost changing line is the main one. */
function ruleSlots(primary: Hexagram | undefined, changing: readonly number[], locale: Locale): Slots {
  const count = changing.length;
  const many = count >= MANY_LINES;
  const yes = (holds: boolean) => (holds ? 'yes' : '');
  return {
    someLines: yes(count > 1 && !many),
    manyLines: yes(many),
    allYang: yes(isWhole(primary, changing) && primary?.number === 1),
    allYin: yes(isWhole(primary, changing) && primary?.number === 2),
    answeredByResult: yes(many && !isWhole(primary, changing)),
    moving: many ? (MOVING[locale][count - MANY_LINES] ?? '') : '',
    mainLine: linePosition(changing.at(-1) ?? 0, locale),
  };
}

/** How many lines move, from `MANY_LINES` on. */
const MOVING = {
  ko: ['네 효가', '다섯 효가', '여섯 효가 모두'],
  en: ['four lines', 'five lines', 'all six lines'],
} as const;

/** Whether all lines of one of the two hexagrams that have a text for this (用九, 用六) move. */
const isWhole = (primary: Hexagram | undefined, changing: readonly number[]): boolean =>
  changing.length === ALL_LINES && (primary?.number === 1 || primary?.number === 2);

/** The changing lines to quote, the uppermost first; none from `MANY_LINES` on. */
const spokenLines = (changing: readonly number[]): readonly number[] =>
  changing.length < MANY_LINES ? changing.toReversed() : [];

function hexagramOf(value: unknown, locale: Locale): Hexagram | undefined {
  const { number, name, title, symbol, lower, upper } = asRecord(value);
  const named: Hexagram = {
    number: asNumber(number),
    name: nameOf(name ?? title, locale).replace(/\s?괘$/, ''),
    slots: { symbol: nameOf(symbol, locale), lower: nameOf(lower, locale), upper: nameOf(upper, locale) },
  };
  return named.name === '' && named.number === undefined ? undefined : named;
}

function changingOf(value: unknown): readonly number[] {
  const lines = asList(value).flatMap((line) => asNumber(asRecord(line)['index'] ?? asRecord(line)['n'] ?? line) ?? []);
  return [...new Set(lines)].filter((line) => line >= 1 && line <= 6).toSorted((left, right) => left - right);
}

/** Longer line texts are left out, because they would take up too much of the reading. */
const MAX_LINE_TEXT_LENGTH = 200;

/** The line texts that the client has displayed, in quotation marks. */
function lineTextsOf(value: unknown, locale: Locale): string {
  const [open, close] = locale === 'ko' ? '‘’' : '“”';
  return asList(value)
    .map((line) => asRecord(line)['text'])
    .filter((text): text is string => typeof text === 'string' && text.length <= MAX_LINE_TEXT_LENGTH)
    .map((text) => `${open}${cleanLine(text).replace(/\.$/, '')}${close}`)
    .join(', ');
}

/** `11번 괘 지천태` or `hexagram 11, Peaceful Exchange`. */
function titleOf({ number, name }: Hexagram, locale: Locale): string {
  if (number === undefined) return name;
  if (locale === 'ko') return name === '' ? `${number}번 괘` : `${number}번 괘 ${name}`;
  return name === '' ? `hexagram ${number}` : `hexagram ${number}, ${name}`;
}

function prefixed(prefix: string, hexagram: Hexagram | undefined): Readonly<Record<string, string>> {
  if (!hexagram) return {};
  const { number, name, slots } = hexagram;
  const { lower = '', upper = '', symbol = '' } = slots;
  const own = { Name: name, Number: String(number ?? ''), Lower: lower, Upper: upper, Symbol: symbol };
  return Object.fromEntries(Object.entries(own).map(([slot, text]) => [`${prefix}${slot}`, text]));
}

const subjects = (hexagram: Hexagram | undefined, span?: Span): readonly Subject[] =>
  hexagram
    ? [
        {
          records: hexagram.number === undefined ? [] : [{ id: `iching:${hexagram.number}`, ...(span && { span }) }],
          names: span ? [] : [hexagram.name],
          slots: { name: hexagram.name },
        },
      ]
    : [];

/** The hexagram's record ends with its changing lines in order; a line may also have a separate record. */
function lineSubject(
  primary: Hexagram | undefined,
  line: number,
  fromEnd: number,
  count: number,
  locale: Locale,
): Subject {
  const id = `iching:${primary?.number ?? ''}`;
  const span: Span = {
    from: -fromEnd,
    ...(fromEnd > 1 && { to: 1 - fromEnd }),
    min: BEFORE_LINES + count,
  };
  return {
    records: primary?.number === undefined ? [] : [{ id: `${id}.${line}` }, { id, span }],
    names: [],
    slots: { line: linePosition(line, locale), place: String(line) },
  };
}
