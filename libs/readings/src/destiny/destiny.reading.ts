import { destinyFacts } from './destiny-facts.js';
import { destinyGuide } from './destiny.prompt.js';
import { shownDestinyFacts } from './destiny.facts.js';
import type { ReadingDefinition } from '../reading-definition.js';
import { advice } from './advice.section.js';
import { character } from './character.section.js';
import { type DestinyInput, destinyInput } from './destiny.input.js';
import { now } from './now.section.js';
import { planDestiny } from './plan-destiny.js';

/** @param clock returns the time for luck pillars and transits */
export const destinyReadingAt = (clock: () => Date): ReadingDefinition<DestinyInput> => ({
  kind: 'destiny',
  input: destinyInput,
  plan: planDestiny(clock),
  // Charts take several ms to compute; the Moon moves 0.1° in ten minutes.
  planTtlMs: 600_000,
  sections: [character, now, advice],
  guide: destinyGuide,
  facts: shownDestinyFacts,
  example: {
    question: 'What suits me?',
    birth: { date: '1990-05-15', time: '14:30', gender: 'female', city: 'Seoul' },
    locale: 'en',
  },
  composition: { facts: destinyFacts, topics: ['saju', 'astrology'] },
});

export const destinyReading = destinyReadingAt(() => new Date());
