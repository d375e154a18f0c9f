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
import { listNames } from '@app/text';
import type { Locale } from '@app/text';

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
      ...relatives(facts, primary ? titleOf(primary, locale) : '', locale),
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
      resultingJudgement: subjects(resulting, JUDGEMENT),
    },
  };
};

/** From this number of changing lines on, the resulting hexagram is decisive and no line is quoted. */
const MANY_LINES = 4;
const ALL_LINES = 6;

/** Slots for the rule that applies to the number of changing lines. The uppermost changing line is the main one. */
function ruleSlots(primary: Hexagram | undefined, changing: readonly number[], locale: Locale): Slots {
  const count = changing.length;
  const all = count === ALL_LINES;
  const yes = (holds: boolean) => (holds ? 'yes' : '');
  return {
    someLines: yes(count > 1 && count < MANY_LINES),
    mostLines: yes(count >= MANY_LINES && !all),
    allYang: yes(all && primary?.number === 1),
    allYin: yes(all && primary?.number === 2),
    allOthers: yes(all && primary?.number !== 1 && primary?.number !== 2),
    mainLine: linePosition(changing.at(-1) ?? 0, locale),
  };
}

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

/** Slots with the names of the related hexagrams, except those equal to the primary one. */
function relatives(facts: Readonly<Record<string, unknown>>, primary: string, locale: Locale): Slots {
  const title = (relative: string): string => {
    const hexagram = hexagramOf(facts[relative], locale);
    const named = hexagram ? titleOf(hexagram, locale) : '';
    return named === primary ? '' : named;
  };
  const [nuclear, inverse, opposite] = ['nuclear', 'inverse', 'opposite'].map(title);
  return inverse === opposite
    ? { nuclear: nuclear ?? '', turned: inverse ?? '' }
    : { nuclear: nuclear ?? '', inverse: inverse ?? '', opposite: opposite ?? '' };
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
