import { tarotFacts } from '@app/composer';
import { tarotGuide } from './tarot.prompt.js';
import type { ReadingDefinition } from '../reading-definition.js';
import { cards } from './cards.section.js';
import { guidance } from './guidance.section.js';
import { overall } from './overall.section.js';
import { planTarot } from './plan-tarot.js';
import { type TarotInput, tarotInput } from './tarot.input.js';

export const tarotReading: ReadingDefinition<TarotInput> = {
  kind: 'tarot',
  input: tarotInput,
  plan: planTarot,
  sections: [overall, cards, guidance],
  guide: tarotGuide,
  composition: { facts: tarotFacts, topics: ['tarot'] },
};
