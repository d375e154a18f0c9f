import type { ReadingDefinition } from '../reading-definition.js';
import { type DreamInput, dreamInput } from './dream.input.js';
import { recommendationsPrompt, summaryPrompt, symbolsPrompt } from './dream.prompt.js';
import { planDream } from './plan-dream.js';

export const dreamReading: ReadingDefinition<DreamInput> = {
  kind: 'dream',
  input: dreamInput,
  plan: planDream,
  sections: [
    { id: 'summary', retrievers: ['domain', 'persona'], prompt: summaryPrompt, maxTokens: 400 },
    { id: 'symbols', retrievers: ['graph', 'domain'], prompt: symbolsPrompt, maxTokens: 500 },
    { id: 'recommendations', retrievers: ['corpus', 'persona'], prompt: recommendationsPrompt, maxTokens: 300 },
  ],
};
