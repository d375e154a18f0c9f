import { dreamFacts } from './dream-facts.js';
import { dreamGuide } from './dream.prompt.js';
import { shownDreamFacts } from './dream.facts.js';
import type { ReadingDefinition } from '../reading-definition.js';
import { type DreamInput, dreamInput } from './dream.input.js';
import { planDream } from './plan-dream.js';
import { recommendations } from './recommendations.section.js';
import { summary } from './summary.section.js';
import { symbols } from './symbols.section.js';

export const dreamReading: ReadingDefinition<DreamInput> = {
  kind: 'dream',
  input: dreamInput,
  plan: planDream,
  sections: [summary, symbols, recommendations],
  guide: dreamGuide,
  facts: shownDreamFacts,
  example: { dream: 'A snake followed me into the house.', emotions: ['fear'], locale: 'en' },
  composition: { facts: dreamFacts, topics: ['dream'] },
};
