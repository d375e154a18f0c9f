import { type FactsReader, type Subject, asList, asRecord, cleanLine, nameOf } from '@app/composer';
import { astrologyFacts } from './astrology-facts.js';
import { nowFacts } from './now-facts.js';
import { sajuFacts } from './saju-facts.js';
import { spokenTenGod, tenGodNamed } from '@app/divination';
import { themeCounsel, themeOf } from './theme-counsel.js';
import { THEME_RULES } from './theme.js';
import type { Locale } from '@app/text';

const MAX_NOTES = 3;

/** Facts of both birth charts as text; either chart may be missing. */
export const destinyFacts: FactsReader = (facts, locale, question) => {
  const saju = sajuFacts(facts['saju'], locale);
  const astrology = astrologyFacts(facts['astrology'] ?? facts['astro'], locale);
  const now = nowFacts(facts, locale, question);
  const master = saju.slots['dayMaster'];
  const theme = themeOf(facts['theme'], question);
  return {
    slots: {
      ...saju.slots,
      ...astrology.slots,
      about: [master && `${locale === 'ko' ? '일간' : 'the day master'} ${master}`, astrology.slots['lights']]
        .filter(Boolean)
        .join(', '),
      theme: theme ? THEME_RULES[theme].names[locale] : '',
      counsel: themeCounsel(theme, asRecord(facts['saju'])['strength'], locale),
      leftOut: notes([...asList(facts['leftOut']), ...asList(facts['assumed'])]),
    },
    groups: {
      ...saju.groups,
      ...astrology.groups,
      ...now.groups,
      tenGods: tenGodsIn(
        facts['subjects'],
        [...(now.groups['luckPillar'] ?? []), ...(now.groups['yearPillar'] ?? [])],
        locale,
      ),
    },
  };
};

/** The calculators' notes on missing data and assumptions. */
const notes = (value: readonly unknown[]): string =>
  value
    .map((note) => asRecord(note)['reason'])
    .filter((reason) => typeof reason === 'string')
    .slice(0, MAX_NOTES)
    .map(cleanLine)
    .join(' ');

/** The chart's ten gods, except those of the current decade and year, which another section covers. */
function tenGodsIn(value: unknown, running: readonly Subject[], locale: Locale): readonly Subject[] {
  const known = new Set(running.flatMap(({ records }) => records.map(({ id }) => id)));
  return asList(value).flatMap((entry) => {
    const name = nameOf(asRecord(entry)['title'], locale);
    const id = tenGodNamed(name);
    return id && !known.has(id) ? [{ records: [{ id }], names: [], slots: { name: spokenTenGod(name, locale) } }] : [];
  });
}
