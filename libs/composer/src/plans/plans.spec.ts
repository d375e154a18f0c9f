import { describe, expect, it } from '@jest/globals';
import { slotsOf } from '../language/fill-phrase.js';
import { chatPlans } from './chat.plan.js';
import { destinyPlans } from './destiny.plan.js';
import { dreamPlans } from './dream.plan.js';
import { findPlan } from './find-plan.js';
import { genericPlan } from './generic.plan.js';
import { ichingPlans } from './iching.plan.js';
import type { Phrases, SectionPlan, Step } from './section-plan.js';
import { tarotPlans } from './tarot.plan.js';
import type { Locale } from '@app/text';

const KINDS = { dream: dreamPlans, tarot: tarotPlans, iching: ichingPlans, destiny: destinyPlans };
const ALL: readonly SectionPlan[] = [...Object.values(KINDS).flatMap((plans) => Object.values(plans)), genericPlan];

const phrasesOfStep = (step: Step): readonly Phrases[] => {
  if ('say' in step) return [step.say];
  const { only, first, next, last } = step.leads ?? {};
  const orSay = 'orSay' in step ? step.orSay : undefined;
  return [only, first, next, last, orSay].filter((phrases) => phrases !== undefined);
};
const phrasesOf = ({ paragraphs, nothing }: SectionPlan): readonly Phrases[] => [
  ...paragraphs.flat().flatMap(phrasesOfStep),
  nothing,
];
const said = (plan: SectionPlan, locale: Locale): ReadonlySet<string> =>
  new Set(phrasesOf(plan).flatMap((phrases) => phrases[locale].filter((phrase) => phrase !== '')));

describe('the plans', () => {
  it('say everything in both languages', () => {
    for (const { ko, en } of [...ALL, ...Object.values(chatPlans)].flatMap(phrasesOf)) {
      expect(ko.length).toBeGreaterThan(0);
      expect(en.length).toBeGreaterThan(0);
    }
  });

  it('say whole sentences, in polite Korean, with typographic quotation marks', () => {
    for (const phrases of ALL.flatMap(phrasesOf)) {
      for (const phrase of phrases.ko) expect(phrase).toMatch(/^$|^\{leftOut\}$|(?:니다\.|니까\?)$|\{laid\}\.$/);
      for (const phrase of phrases.en) expect(phrase).toMatch(/^$|^\{leftOut\}$|[.?]$/);
      for (const phrase of [...phrases.ko, ...phrases.en]) expect(phrase).not.toMatch(/["'`]/);
    }
  });

  it('know the same facts in both languages', () => {
    for (const { ko, en } of ALL.flatMap(phrasesOf)) {
      const slots = (phrases: readonly string[]) =>
        [...new Set(phrases.flatMap(slotsOf).map((slot) => slot.toLowerCase().replace('topic', 'title')))].toSorted();
      const [korean, english] = [slots(ko), slots(en)];
      if (korean.includes('total') || korean.includes('several')) continue;
      expect(english).toEqual(korean);
    }
  });

  it.each(Object.entries(KINDS))('have no phrase twice among the sections of one %s reading', (_, plans) => {
    for (const locale of ['ko', 'en'] as const) {
      const all = Object.values(plans).flatMap((plan) => [...said(plan, locale)]);
      expect(all).toEqual([...new Set(all)]);
    }
  });

  it('are found by kind and section, and there is one for anything', () => {
    expect(findPlan('dream', 'summary')).toBe(dreamPlans['summary']);
    expect(findPlan('dream', 'answer')).toBe(chatPlans['answer']);
    for (const [kind, section] of [
      ['dream', 'nowhere'],
      ['runes', 'first'],
      ['constructor', 'toString'],
      ['dream', 'constructor'],
    ] as const)
      expect(findPlan(kind, section)).toBe(genericPlan);
  });
});
