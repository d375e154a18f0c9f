import { ichingFacts } from './iching-facts.js';
import { ichingGuide } from './iching.prompt.js';
import { shownIchingFacts } from './iching.facts.js';
import type { ReadingDefinition } from '../reading-definition.js';
import { advice } from './advice.section.js';
import { changing } from './changing.section.js';
import { type IchingInput, ichingInput } from './iching.input.js';
import { overview } from './overview.section.js';
import { planIching } from './plan-iching.js';

export const ichingReading: ReadingDefinition<IchingInput> = {
  kind: 'iching',
  input: ichingInput,
  plan: planIching(() => new Date()),
  sections: [overview, changing, advice],
  guide: ichingGuide,
  facts: shownIchingFacts,
  example: { question: 'Should I move to another city?', lines: [7, 8, 8, 9, 7, 8], locale: 'en' },
  composition: { facts: ichingFacts, topics: ['iching'] },
};
