import type { ChatMessage } from '@app/llm';
import { sectionMessages } from '../prompt/section-messages.js';
import type { PromptContext } from '../reading-definition.js';

/** The answer to what was said last, whatever the reading was about. */
export const chatPrompt = (context: PromptContext): readonly ChatMessage[] =>
  sectionMessages(
    context,
    'You are in a conversation about a reading the person has had. Answer what they said last, directly and in their words, with the reading’s own symbols or cards by name; ask back when something is unclear.',
    'Please go on.',
  );
