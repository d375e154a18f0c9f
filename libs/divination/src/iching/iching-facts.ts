import type { Locale } from '@app/text';
import { dayAndHourPillars } from '../saju/four-pillars.js';
import { hanjaOf } from '../saju/pillar.js';
import type { Cast } from './cast.js';
import { type ChangingRule, decisiveTexts } from './decisive-texts.js';
import { type Hexagram, inverseOf, nuclearOf, oppositeOf } from './hexagram.js';
import { lineName } from './line-name.js';
import { KIN_NAMES, LINE_SPIRIT_NAMES, sixLines } from './six-lines.js';
import { judgementText, lineText } from './zhouyi.js';

/** Options of the request for the interpretation of a cast. */
export interface IchingOptions {
  readonly changingRule: ChangingRule;
  readonly sixLines: boolean;
  /** Time of the cast in milliseconds of a zoneless civil clock; determines the six spirits. */
  readonly clockMs: number;
}

/** A cast as facts of the `reading` event: hexagrams, changing lines and texts of the Zhouyi. */
export function ichingFacts(cast: Cast, options: IchingOptions, locale: Locale) {
  const { lines, primary, changing, resulting } = cast;
  const fact = (hexagram: Hexagram) => hexagramFact(hexagram, locale);
  return {
    lines,
    primary: { ...fact(primary), ...judgementFact(primary) },
    changing,
    changingLines: changing.map((line) => changingFact(primary, line, locale)),
    ...(changing.length === 6 && primary.number <= 2 && { allLines: allLinesFact(primary) }),
    ...(options.changingRule !== 'all' && { changingRule: options.changingRule, consult: decisiveTexts(cast) }),
    resulting: resulting && { ...fact(resulting), ...judgementFact(resulting) },
    nuclear: fact(nuclearOf(primary)),
    inverse: fact(inverseOf(primary)),
    opposite: fact(oppositeOf(primary)),
    ...(options.sixLines && { sixLines: sixLinesFact(cast, options.clockMs, locale) }),
  };
}

const hexagramFact = ({ number, names, hanja, symbol, lower, upper }: Hexagram, locale: Locale) => ({
  id: `iching:${number}`,
  number,
  name: names[locale],
  hanja,
  symbol,
  lower: lower[locale],
  lowerId: lower.slug,
  upper: upper[locale],
  upperId: upper.slug,
});

const judgementFact = (hexagram: Hexagram) => ({ judgement: judgementText(hexagram) });

const isYang = ({ lines }: Hexagram, line: number): boolean => lines.charAt(line - 1) === '1';

const changingFact = (hexagram: Hexagram, line: number, locale: Locale) => ({
  line,
  name: lineName(line, isYang(hexagram, line), locale),
  hanja: lineName(line, isYang(hexagram, line), 'hanja'),
  ...lineText(hexagram, line),
});

const allLinesFact = (hexagram: Hexagram) => ({
  hanja: hexagram.number === 1 ? '用九' : '用六',
  ...lineText(hexagram, 7),
});

function sixLinesFact({ primary, resulting, changing }: Cast, clockMs: number, locale: Locale) {
  const { day } = dayAndHourPillars(clockMs, 'midnight');
  const { palace, element, self, other, lines } = sixLines(primary, day);
  const changed = resulting && sixLines(resulting, day);
  return {
    day: hanjaOf(day),
    palace,
    element,
    self,
    other,
    lines: lines.map(({ pillar, kin, spirit, isVoid, element: own }, at) => {
      const into = changed && changing.includes(at + 1) ? changed.lines[at] : undefined;
      return {
        line: at + 1,
        pillar: hanjaOf(pillar),
        element: own,
        kin: { id: kin, name: KIN_NAMES[kin][locale] },
        ...(spirit && { spirit: { id: spirit, name: LINE_SPIRIT_NAMES[spirit][locale] } }),
        ...(isVoid && { isVoid }),
        ...(into && { becomes: hanjaOf(into.pillar) }),
      };
    }),
  };
}
