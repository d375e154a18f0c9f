import type { ChatMessage } from '@app/llm';
import { sectionMessages } from '../prompt/section-messages.js';
import type { PromptContext } from '../reading-definition.js';

/** The answer to a question about one's charts. */
export const answerPrompt = (context: PromptContext): readonly ChatMessage[] =>
  sectionMessages(
    context,
    'Answer the question the person asked last, directly and first of all, then say which pillars, ten gods or signs among the facts lead you there, by their names. Never guess what "leftOut" lists. End with one small thing they can do or watch for.',
    'Please tell me what matters most in my chart now.',
  );
