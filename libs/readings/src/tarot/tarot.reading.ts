import { tarotFacts } from './tarot-facts.js';
import { tarotGuide } from './tarot.prompt.js';
import { shownTarotFacts } from './tarot.facts.js';
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
  facts: shownTarotFacts,
  example: { question: 'What should I look at in my work?', spread: 'three', locale: 'en' },
  composition: { facts: tarotFacts, topics: ['tarot'] },
};
