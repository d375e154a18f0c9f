import { destinyFacts } from '@app/composer';
import { destinyGuide } from './destiny.prompt.js';
import type { ReadingDefinition } from '../reading-definition.js';
import { advice } from './advice.section.js';
import { character } from './character.section.js';
import { type DestinyInput, destinyInput } from './destiny.input.js';
import { now } from './now.section.js';
import { planDestiny } from './plan-destiny.js';

/** @param clock gives the present whose luck pillars and transits are read. */
export const destinyReadingAt = (clock: () => Date): ReadingDefinition<DestinyInput> => ({
  kind: 'destiny',
  input: destinyInput,
  plan: planDestiny(clock),
  // Charts cost several ms; the Moon moves a twelfth of a degree in ten minutes.
  planKeptMs: 600_000,
  sections: [character, now, advice],
  guide: destinyGuide,
  composition: { facts: destinyFacts, topics: ['saju', 'astrology'] },
});

export const destinyReading = destinyReadingAt(() => new Date());
