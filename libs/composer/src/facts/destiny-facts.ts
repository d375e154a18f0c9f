import { cleanLine } from '../language/clean-text.js';
import { astrologyFacts } from './astrology-facts.js';
import { asList, asRecord, nameOf } from './lenient.js';
import { nowFacts } from './now-facts.js';
import { sajuFacts } from './saju-facts.js';
import { spokenTenGod, tenGodNamed } from '@app/divination';
import type { FactsReader, Subject } from './section-facts.js';
import type { Locale } from '@app/text';

/** What a reading may keep to; the others read the whole life. */
const THEMES: Readonly<Record<string, { readonly ko: string; readonly en: string }>> = {
  love: { ko: '사랑', en: 'love' },
  career: { ko: '일과 진로', en: 'work and calling' },
  wealth: { ko: '재물', en: 'money' },
  health: { ko: '몸과 마음을 돌보는 일', en: 'well-being' },
  family: { ko: '가족', en: 'family' },
  life_path: { ko: '인생의 방향', en: 'the way ahead' },
};
const MAX_NOTES = 3;

/** Both charts of a birth; either may be missing. */
export const destinyFacts: FactsReader = (facts, locale, question) => {
  const saju = sajuFacts(facts['saju'], locale);
  const astrology = astrologyFacts(facts['astrology'] ?? facts['astro'], locale);
  const now = nowFacts(facts, locale, question);
  const master = saju.slots['dayMaster'];
  const theme = typeof facts['theme'] === 'string' ? facts['theme'] : '';
  return {
    slots: {
      ...saju.slots,
      ...astrology.slots,
      about: [master && `${locale === 'ko' ? '일간' : 'the day master'} ${master}`, astrology.slots['lights']]
        .filter(Boolean)
        .join(', '),
      theme: Object.hasOwn(THEMES, theme) ? (THEMES[theme]?.[locale] ?? '') : '',
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

/** What the reading does without and what it supposes, in the sentences the calculators give for it. */
const notes = (value: readonly unknown[]): string =>
  value
    .map((note) => asRecord(note)['reason'])
    .filter((reason) => typeof reason === 'string')
    .slice(0, MAX_NOTES)
    .map(cleanLine)
    .join(' ');

/** The ten gods the chart is about, but for those of the running decade and year, which belong to another section. */
function tenGodsIn(value: unknown, running: readonly Subject[], locale: Locale): readonly Subject[] {
  const known = new Set(running.flatMap(({ records }) => records.map(({ id }) => id)));
  return asList(value).flatMap((entry) => {
    const name = nameOf(asRecord(entry)['title'], locale);
    const id = tenGodNamed(name);
    return id && !known.has(id) ? [{ records: [{ id }], names: [], slots: { name: spokenTenGod(name, locale) } }] : [];
  });
}
