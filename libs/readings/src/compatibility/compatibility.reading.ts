import type { ReadingDefinition } from '../reading-definition.js';
import { advice } from './advice.section.js';
import { compatibilityWords } from './compatibility-words.js';
import { type CompatibilityInput, compatibilityInput } from './compatibility.input.js';
import { compatibilityGuide } from './compatibility.prompt.js';
import { friction } from './friction.section.js';
import { harmony } from './harmony.section.js';
import { planCompatibility } from './plan-compatibility.js';

/** 궁합: two births compared. */
export const compatibilityReading: ReadingDefinition<CompatibilityInput> = {
  kind: 'compatibility',
  domain: 'destiny',
  input: compatibilityInput,
  plan: planCompatibility(() => new Date()),
  planTtlMs: 600_000,
  sections: [harmony, friction, advice],
  guide: compatibilityGuide,
  example: {
    first: { date: '1990-05-15', time: '14:30', gender: 'female', city: 'Seoul' },
    second: { date: '1988-11-02', gender: 'male', city: 'Busan' },
    locale: 'en',
  },
  composition: { facts: compatibilityWords, topics: ['compatibility', 'relationships', 'saju', 'astrology'] },
};
