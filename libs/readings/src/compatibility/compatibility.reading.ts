import type { ReadingDefinition } from '../reading-definition.js';
import { advice } from './advice.section.js';
import { shownCompatibilityFacts } from './compatibility.facts.js';
import { compatibilityWords } from './compatibility-words.js';
import { type CompatibilityInput, compatibilityInput } from './compatibility.input.js';
import { compatibilityGuide } from './compatibility.prompt.js';
import { friction } from './friction.section.js';
import { harmony } from './harmony.section.js';
import { planCompatibility } from './plan-compatibility.js';

/** Compatibility of two persons (궁합), from both births. */
export const compatibilityReading: ReadingDefinition<CompatibilityInput> = {
  kind: 'compatibility',
  domain: 'destiny',
  input: compatibilityInput,
  plan: planCompatibility(() => new Date()),
  planTtlMs: 600_000,
  sections: [harmony, friction, advice],
  guide: compatibilityGuide,
  facts: shownCompatibilityFacts,
  example: {
    first: { date: '1990-05-15', time: '07:05', city: 'Seoul', gender: 'female' },
    second: { date: '1988-11-02', time: '21:40', city: 'Busan', gender: 'male' },
    locale: 'en',
  },
  composition: { facts: compatibilityWords, topics: ['compatibility', 'relationships', 'saju', 'astrology'] },
};
