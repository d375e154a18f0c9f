import { describe, expect, it } from '@jest/globals';
import { composeSection } from '@app/composer';
import { packPassage } from '@app/composer/testing';
import { dreamReading } from '../dream/dream.reading.js';
import { voiceOf } from './voice-of.js';

const PERSONAS = ['counselor', 'coach', 'sage', 'analyst', 'storyteller'];
/** Kinds of reading that close only in their last section. */
const CLOSES_ONCE: ReadonlySet<string> = new Set(['tarot', 'iching', 'destiny']);
const LOCALES = ['ko', 'en'] as const;
const passages = (locale: 'ko' | 'en') => [
  packPassage(1, 'dream:snake', locale),
  packPassage(2, 'corpus:coping-name-the-fear', locale, { retriever: 'corpus' }),
];

describe.each(LOCALES)('counsellors in %s', (locale) => {
  it.each(dreamReading.sections)('differ in the section $id', ({ id, compose }) => {
    const texts = PERSONAS.map((persona) => {
      const facts = { symbols: [{ id: 'dream:snake', title: packPassage(1, 'dream:snake', locale).title }] };
      const brief = { kind: 'dream', section: id, title: '', locale, question: 'x', facts, earlier: {} };
      const composition = dreamReading.composition;
      const given = {
        ...brief,
        ...(composition && { composition }),
        passages: passages(locale),
        voice: voiceOf(persona, 'dream'),
      };
      return composeSection(given, compose, 500).text;
    });
    expect(new Set(texts).size).toBe(PERSONAS.length);
  });

  it('are left out of readings with a care topic', () => {
    const [summary] = dreamReading.sections;
    const care = { topic: 'bereavement', lead: 'L.', rules: [] };
    const texts = PERSONAS.map(
      (persona) =>
        composeSection(
          {
            kind: 'dream',
            section: 'summary',
            title: '',
            locale,
            question: 'x',
            facts: {},
            earlier: {},
            passages: passages(locale),
            care,
            voice: voiceOf(persona, 'dream'),
          },
          summary?.compose ?? { paragraphs: [], nothing: { ko: [''], en: [''] } },
          500,
        ).text,
    );
    expect(new Set(texts).size).toBe(1);
  });
});

it('is the default counsellor’s for an unknown one', () => {
  expect(voiceOf('unknown', 'tarot')).toEqual(voiceOf('counselor', 'tarot'));
  expect(voiceOf(undefined, 'tarot')).toEqual(voiceOf('counselor', 'tarot'));
});

it('has sentences of each counsellor for each kind of reading in both languages, and none for other kinds', () => {
  for (const kind of ['dream', 'tarot', 'iching', 'destiny', 'compatibility', 'daily'])
    for (const role of CLOSES_ONCE.has(kind) ? (['advice'] as const) : (['meaning', 'detail', 'advice'] as const))
      for (const locale of LOCALES) {
        const texts = PERSONAS.flatMap((persona) => voiceOf(persona, kind).close[role][locale]);
        expect(texts.length).toBeGreaterThanOrEqual(PERSONAS.length);
        expect(new Set(texts).size).toBe(texts.length);
      }
  for (const kind of CLOSES_ONCE)
    for (const persona of PERSONAS)
      expect(voiceOf(persona, kind).close).toMatchObject({ meaning: { ko: [], en: [] }, detail: { ko: [], en: [] } });
  expect(voiceOf('coach', 'runes').close.meaning).toEqual({ ko: [], en: [] });
});
