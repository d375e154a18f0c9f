import { describe, expect, it } from '@jest/globals';
import type { NumberedPassage } from '../section-brief.js';
import { selectPassages } from './select-passages.js';
import { filterByLanguage } from './filter-by-language.js';
import { isAbout, unitsAbout } from './subject-passages.js';

const passage = (more: Partial<NumberedPassage>): NumberedPassage => ({
  n: 1,
  id: 'dream:snake',
  retriever: 'domain',
  title: 'Snake',
  text: 'A snake sheds its skin.',
  tags: [],
  score: 1,
  ...more,
});
const ns = (some: readonly NumberedPassage[]) => some.map(({ n }) => n);

describe('selectPassages', () => {
  const rules = [1, 2, 3].map((n) => passage({ n, id: `persona:sage.0${n}`, retriever: 'persona' }));

  it('selects by retriever and id prefix', () => {
    const all = [passage({ n: 8, id: 'theme:change', retriever: 'graph' }), ...rules];
    expect(ns(selectPassages(all, { take: 'core', retrievers: ['graph'] }))).toEqual([8]);
    expect(ns(selectPassages(all, { take: 'core', prefixes: ['persona:'] }))).toEqual([1, 2, 3]);
  });

  it('gives two sections different halves, and a single passage to the second', () => {
    expect(ns(selectPassages(rules, { take: 'advice', half: 'first' }))).toEqual([1, 3]);
    expect(ns(selectPassages(rules, { take: 'advice', half: 'second' }))).toEqual([2]);
    expect(ns(selectPassages(rules.slice(0, 1), { take: 'advice', half: 'first' }))).toEqual([]);
    expect(ns(selectPassages(rules.slice(0, 1), { take: 'advice', half: 'second' }))).toEqual([1]);
  });

  it('excludes persona descriptions', () => {
    expect(selectPassages([passage({ id: 'persona:sage', retriever: 'persona' })], { take: 'advice' })).toEqual([]);
  });
});

describe('filterByLanguage', () => {
  const korean = passage({ n: 2, text: '뱀(snake)은 허물을 벗습니다.' });

  it('keeps passages in the reading’s language', () => {
    expect(ns(filterByLanguage([passage({}), korean], 'ko'))).toEqual([2]);
    expect(ns(filterByLanguage([passage({}), korean], 'en'))).toEqual([1]);
  });

  it('keeps passages in another language when there are no others', () => {
    expect(ns(filterByLanguage([passage({})], 'ko'))).toEqual([1]);
  });
});

describe('isAbout', () => {
  const hexagram = { records: [{ id: 'iching:1' }], names: ['중천건'], slots: {} };

  it('distinguishes a record and its parts from ids with the same prefix', () => {
    expect(isAbout(passage({ id: 'iching:1' }), hexagram)).toBe(true);
    expect(isAbout(passage({ id: 'iching:1#image' }), hexagram)).toBe(true);
    expect(isAbout(passage({ id: 'iching:11' }), hexagram)).toBe(false);
    expect(isAbout(passage({ id: 'iching:1.2' }), hexagram)).toBe(false);
  });

  it('matches a user’s document by its title', () => {
    expect(isAbout(passage({ id: 'doc-7', title: ' 중천건 ' }), hexagram)).toBe(true);
  });

  it('compares ids where two records of the pack have the same title', () => {
    const fear = { records: [{ id: 'emotion:fear' }], names: ['Fear'], slots: {} };
    expect(isAbout(passage({ id: 'emotion:fear', title: 'Fear' }), fear)).toBe(true);
    expect(isAbout(passage({ id: 'dream:fear', title: 'Fear' }), fear)).toBe(false);
    expect(isAbout(passage({ id: 'notes.md#3', title: 'Fear' }), fear)).toBe(true);
  });

  it('returns only the subject’s part of its record', () => {
    const [unit] = unitsAbout(passage({ id: 'iching:1', text: 'One thing. Another thing.' }), {
      ...hexagram,
      records: [{ id: 'iching:1', span: { from: -1, min: 2 } }],
    });
    expect(unit?.sentences).toEqual(['Another thing.']);
  });
});
