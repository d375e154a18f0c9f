import { type Phrases, type SectionPlan, type Step, genericPlan } from '@app/composer';
import { slotsOf } from '@app/composer/testing';
import { describe, expect, it } from '@jest/globals';
import { readingDefinitions } from './reading-definitions.js';
import type { Locale } from '@app/text';

const plansOf = ({ sections }: (typeof readingDefinitions)[number]): readonly SectionPlan[] =>
  sections.map(({ compose }) => compose);
const readings = readingDefinitions.filter(({ sections }) => sections.length > 1);
const ALL = [...readings.flatMap(plansOf), genericPlan];
const CHATS = readingDefinitions.filter((definition) => !readings.includes(definition)).flatMap(plansOf);

const phrasesOfStep = (step: Step): readonly Phrases[] => {
  if ('say' in step) return [step.say];
  const { only, first, next, last } = step.leads ?? {};
  const orSay = 'orSay' in step ? step.orSay : undefined;
  return [only, first, next, last, orSay].filter((phrases) => phrases !== undefined);
};
const phrasesOf = ({ paragraphs, nothing, careful = nothing }: SectionPlan): readonly Phrases[] => [
  ...paragraphs.flat().flatMap(phrasesOfStep),
  nothing,
  careful,
];
/** Leads that consist of the user's words. */
const isQuotation = (phrase: string): boolean => /^[‘“]\{words\}[’”] –$/.test(phrase);
const said = (plan: SectionPlan, locale: Locale): ReadonlySet<string> =>
  new Set(
    phrasesOf(plan).flatMap((phrases) => phrases[locale].filter((phrase) => phrase !== '' && !isQuotation(phrase))),
  );

describe('the plans', () => {
  it('say everything in both languages', () => {
    for (const { ko, en } of [...ALL, ...CHATS].flatMap(phrasesOf)) {
      expect(ko.length).toBeGreaterThan(0);
      expect(en.length).toBeGreaterThan(0);
    }
  });

  it('say whole sentences, in polite Korean, with typographic quotation marks', () => {
    for (const phrases of ALL.flatMap(phrasesOf)) {
      for (const phrase of phrases.ko.filter((each) => !isQuotation(each)))
        expect(phrase).toMatch(
          /^$|^\{leftOut\}$|(?:니다\.|니까\?|시오\.)$|\{laid\}\.$|^\{line\}:$|\{(?:counsel|balance|verdict|strengthMeans)\}$/,
        );
      for (const phrase of phrases.en.filter((each) => !isQuotation(each)))
        expect(phrase).toMatch(
          /^$|^\{leftOut\}$|[.?]$|^\{Line\}:$|\{(?:counsel|[bB]alance|[vV]erdict|strengthMeans)\}$/,
        );
      for (const phrase of [...phrases.ko, ...phrases.en]) expect(phrase).not.toMatch(/["'`]/);
    }
  });

  it('use the same facts in both languages', () => {
    for (const { ko, en } of ALL.flatMap(phrasesOf)) {
      const slots = (phrases: readonly string[]) =>
        [...new Set(phrases.flatMap(slotsOf).map((slot) => slot.toLowerCase().replace('topic', 'title')))].toSorted();
      const [korean, english] = [slots(ko), slots(en)];
      if (korean.includes('total') || korean.includes('several')) continue;
      expect(english).toEqual(korean);
    }
  });

  it.each(readings)('have no phrase twice among the sections of one $kind reading', (definition) => {
    for (const locale of ['ko', 'en'] as const) {
      const all = plansOf(definition).flatMap((plan) => [...said(plan, locale)]);
      expect(all).toEqual([...new Set(all)]);
    }
  });
});
