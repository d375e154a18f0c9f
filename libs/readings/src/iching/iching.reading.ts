import { ichingFacts } from '@app/composer';
import { ichingGuide } from './iching.prompt.js';
import type { ReadingDefinition } from '../reading-definition.js';
import { advice } from './advice.section.js';
import { changing } from './changing.section.js';
import { type IchingInput, ichingInput } from './iching.input.js';
import { overview } from './overview.section.js';
import { planIching } from './plan-iching.js';

export const ichingReading: ReadingDefinition<IchingInput> = {
  kind: 'iching',
  input: ichingInput,
  plan: planIching,
  sections: [overview, changing, advice],
  guide: ichingGuide,
  composition: { facts: ichingFacts, topics: ['iching'] },
};
