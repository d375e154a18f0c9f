import type { ReadingDefinition, ReadingPlan } from '../reading-definition.js';
import { type IchingInput, ichingInput } from './iching.input.js';
import { advicePrompt, changingPrompt, overviewPrompt } from './iching.prompt.js';
import { planIching } from './plan-iching.js';

const linesChange = ({ facts }: ReadingPlan): boolean => facts['resulting'] !== null;

export const ichingReading: ReadingDefinition<IchingInput> = {
  kind: 'iching',
  input: ichingInput,
  plan: planIching,
  sections: [
    { id: 'overview', retrievers: ['domain', 'graph'], prompt: overviewPrompt, maxTokens: 500 },
    { id: 'changing', retrievers: ['domain'], when: linesChange, prompt: changingPrompt, maxTokens: 400 },
    { id: 'advice', retrievers: ['corpus', 'persona'], prompt: advicePrompt, maxTokens: 400 },
  ],
};
