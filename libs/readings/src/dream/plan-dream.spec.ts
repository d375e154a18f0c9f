import { describe, expect, it } from '@jest/globals';
import { planDream } from './plan-dream.js';
import type { Locale } from '@app/text';

const titles: Readonly<Record<string, { ko: string; en: string }>> = {
  'dream:fear': { ko: '무서운 꿈', en: 'Fear' },
  'emotion:fear': { ko: '두려움', en: 'Fear' },
  'dream:tiger': { ko: '호랑이', en: 'Tiger' },
  'dream:house': { ko: '집', en: 'House' },
};
const linking = (...ids: readonly string[]) => ({
  linker: { link: () => ids.map((id) => ({ id, titles: titles[id] ?? { ko: id, en: id }, mention: '', spans: [] })) },
});
const plan = (dream: string, ids: readonly string[], locale: Locale = 'ko', more = {}) =>
  planDream({ dream, locale, ...more }, linking(...ids));

describe('planDream', () => {
  it('leaves out a feeling the dreamer says was not there', () => {
    const ids = ['dream:fear', 'emotion:fear', 'dream:tiger'];
    const denied = plan('무섭지 않았어요. 호랑이가 방에 들어왔어요.', ids);
    expect(denied.facts).toMatchObject({ symbols: [{ id: 'dream:tiger' }], emotions: [] });
    expect(denied.tags).toEqual(['kind:dream', 'symbol:tiger']);
    expect(denied.entities).toEqual([{ id: 'dream:tiger' }]);
    expect(denied.followups.join()).not.toContain('무서운');
  });

  it('keeps a feeling that the dreamer picked, whatever the dream says', () => {
    const { tags } = plan('무섭지 않았어요.', ['emotion:fear'], 'ko', { emotions: ['두려움'] });
    expect(tags).toContain('emotion:fear');
  });

  it.each(['ko', 'en'] as const)('asks three questions that this dream raises, all different (%s)', (locale) => {
    const one = plan('A tiger', ['dream:tiger'], locale).followups;
    const two = plan('A tiger in the house', ['dream:tiger', 'dream:house'], locale).followups;
    const felt = plan('A tiger, I was afraid', ['dream:tiger', 'emotion:fear'], locale).followups;
    const none = plan('?', [], locale).followups;
    for (const followups of [one, two, felt, none]) expect(new Set(followups).size).toBe(3);
    const tiger = titles['dream:tiger']?.[locale].toLowerCase() ?? '';
    for (const followup of one) expect(followup.toLowerCase()).toContain(tiger);
    expect(two.join().toLowerCase()).toContain(titles['dream:house']?.[locale].toLowerCase());
    expect(felt.join().toLowerCase()).toContain(titles['emotion:fear']?.[locale].toLowerCase());
  });
});
