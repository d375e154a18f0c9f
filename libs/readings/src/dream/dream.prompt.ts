import type { ChatMessage } from '@app/llm';
import { sectionMessages } from '../prompt/section-messages.js';
import type { PromptContext } from '../reading-definition.js';

const ASK = 'Please read my dream.';

export const summaryPrompt = (context: PromptContext): readonly ChatMessage[] =>
  sectionMessages(
    context,
    'Section "summary": say in one or two paragraphs what the dream as a whole may be about and how it felt.',
    ASK,
  );

export const symbolsPrompt = (context: PromptContext): readonly ChatMessage[] =>
  sectionMessages(
    context,
    'Section "symbols": take the dream’s symbols one after another, what each may stand for here and how they connect.',
    ASK,
  );

export const recommendationsPrompt = (context: PromptContext): readonly ChatMessage[] =>
  sectionMessages(
    context,
    'Section "recommendations": two or three small things the dreamer can do or ask themselves now.',
    ASK,
  );
