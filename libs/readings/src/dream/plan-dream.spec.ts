import { describe, expect, it } from '@jest/globals';
import { NamingLinker } from '@app/rag/testing';
import type { Locale } from '@app/text';
import { planDream } from './plan-dream.js';
import { readLanguages } from './scene/language.js';
import { SceneReader } from './scene/scene-reader.js';

const tiger = { id: 'dream:tiger', titles: { ko: '호랑이', en: 'Tiger' }, category: 'animal' };
const house = { id: 'dream:house', titles: { ko: '집', en: 'House' }, category: 'place' };
const fear = { id: 'emotion:fear', titles: { ko: '두려움', en: 'Fear' } };
const linker = new NamingLinker({ 호랑이: tiger, tiger, 집: house, house, 두려움: fear, 무섭: fear, afraid: fear });
const scenes = new SceneReader(readLanguages('knowledge'));
const plan = (dream: string, locale: Locale = 'ko', more = {}) =>
  planDream({ dream, locale, ...more }, { linker, scenes });

describe('planDream', () => {
  it('leaves out symbols that the text denies', () => {
    const denied = plan('무섭지 않았어요. 집에 갔는데 호랑이는 없었어요.');
    expect(denied.facts).toMatchObject({ symbols: [{ id: 'dream:house', title: '집' }], emotions: [] });
    expect(denied.tags).toEqual(['kind:dream', 'symbol:house']);
    expect(denied.entities).toEqual([{ id: 'dream:house' }]);
    expect(denied.followups.join()).not.toMatch(/호랑이|두려움/);
  });

  it.each([
    ['ko', '집에 갔는데 호랑이는 없었어요.', '집에 갔는데 없었어요.', '호랑이'],
    ['en', 'There was no tiger in the house.', 'There was no in the house.', 'Tiger'],
  ] as const)(
    'searches without what was denied, and names it to the model (%s)',
    (locale, dream, searchText, title) => {
      const denied = plan(dream, locale);
      expect(denied.searchText).toBe(searchText);
      expect(denied.facts).toMatchObject({ denied: [{ id: 'dream:tiger', title }] });
      expect(plan('집에 호랑이가 있었어요.').facts).not.toHaveProperty('denied');
    },
  );

  it('lists everything it found, with range and polarity', () => {
    const dream = 'There was no tiger in the house.';
    expect(plan(dream, 'en').shownFacts).toMatchObject({
      symbols: [
        { id: 'dream:house', title: 'House', polarity: 'affirmed', frame: 'dreamt', span: { start: 26, end: 31 } },
        { id: 'dream:tiger', title: 'Tiger', polarity: 'denied', frame: 'dreamt', span: { start: 13, end: 18 } },
      ],
    });
  });

  it('links what is present as the graph does: by an edge, else by an idea that both share', () => {
    const danger = { id: 'theme:danger', titles: { ko: '위험', en: 'Danger' } };
    const related = new NamingLinker({
      tiger: {
        ...tiger,
        related: [
          { id: 'emotion:fear', weight: 0.9 },
          { id: 'theme:danger', weight: 0.8 },
        ],
      },
      house: {
        ...house,
        related: [
          { id: 'theme:danger', weight: 0.5 },
          { id: 'astro:house-4', weight: 1 },
        ],
      },
      afraid: { ...fear, related: [{ id: 'dream:tiger', weight: 0.9 }] },
      danger,
    });
    const links = (dream: string) =>
      planDream({ dream, locale: 'en' }, { linker: related, scenes }).shownFacts?.['links'];
    expect(links('A tiger was in the house. I was afraid.')).toEqual([
      { from: 'dream:tiger', to: 'emotion:fear', weight: 0.9 },
      { from: 'dream:tiger', to: 'dream:house', weight: 0.4, via: { id: 'theme:danger', title: 'Danger' } },
    ]);
    expect(links('There was no tiger in the house.')).toEqual([]);
  });

  it('keeps the symbols that the user picked, even if the text denies them', () => {
    const { tags } = plan('무섭지 않았어요. 호랑이는 없었어요.', 'ko', { emotions: ['두려움'], symbols: ['호랑이'] });
    expect(tags).toEqual(['kind:dream', 'symbol:tiger', 'emotion:fear']);
  });

  it.each(['ko', 'en'] as const)('asks three different questions about this dream (%s)', (locale) => {
    const one = plan('A tiger', locale).followups;
    const two = plan('A tiger in the house', locale).followups;
    const felt = plan('A tiger, I was afraid', locale).followups;
    const none = plan('?', locale).followups;
    for (const followups of [one, two, felt, none]) expect(new Set(followups).size).toBe(3);
    for (const followup of one) expect(followup.toLowerCase()).toContain(tiger.titles[locale].toLowerCase());
    expect(two.join().toLowerCase()).toContain(house.titles[locale].toLowerCase());
    expect(felt.join().toLowerCase()).toContain(fear.titles[locale].toLowerCase());
  });
});
