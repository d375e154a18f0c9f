import type { ReadingDefinition } from '../reading-definition.js';
import { planTarot } from './plan-tarot.js';
import { type TarotInput, tarotInput } from './tarot.input.js';
import { cardsPrompt, guidancePrompt, overallPrompt } from './tarot.prompt.js';

/** `cards` may have thirteen positions to speak of; the others stay short. */
export const tarotReading: ReadingDefinition<TarotInput> = {
  kind: 'tarot',
  input: tarotInput,
  plan: planTarot,
  sections: [
    { id: 'overall', retrievers: ['domain', 'graph'], prompt: overallPrompt, maxTokens: 400 },
    { id: 'cards', retrievers: ['domain'], prompt: cardsPrompt, maxTokens: 900 },
    { id: 'guidance', retrievers: ['corpus', 'persona'], prompt: guidancePrompt, maxTokens: 400 },
  ],
};
