import type { ReadingDefinition } from '../reading-definition.js';
import { type DestinyInput, destinyInput } from './destiny.input.js';
import { advicePrompt, characterPrompt, nowPrompt } from './destiny.prompt.js';
import { planDestiny } from './plan-destiny.js';

/** The reading by a clock; luck and transits are those of its present. */
export const destinyReadingAt = (now: () => Date): ReadingDefinition<DestinyInput> => ({
  kind: 'destiny',
  input: destinyInput,
  plan: planDestiny(now),
  // Charts cost several ms; the Moon moves a twelfth of a degree meanwhile.
  planKeptMs: 600_000,
  sections: [
    { id: 'character', retrievers: ['domain', 'graph'], prompt: characterPrompt, maxTokens: 500 },
    { id: 'now', retrievers: ['domain', 'graph'], prompt: nowPrompt, maxTokens: 400 },
    { id: 'advice', retrievers: ['domain', 'corpus', 'persona'], prompt: advicePrompt, maxTokens: 400 },
  ],
});

export const destinyReading = destinyReadingAt(() => new Date());
