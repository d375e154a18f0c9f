import type { ChatMessage } from '@app/llm';
import { sectionMessages } from '../prompt/section-messages.js';
import type { PromptContext } from '../reading-definition.js';
import { THEMES, THEME_RULES } from './theme.js';

const ASK = 'Please read my birth chart.';

const HONEST =
  'Call pillars, ten gods and signs by the names in the facts. Never guess what "leftOut" lists; where it matters say in half a sentence that it is missing.';

/** `sectionMessages` with the rules for all sections about charts. */
export const chartMessages = (context: PromptContext, task: string): readonly ChatMessage[] =>
  sectionMessages(context, [task, focusOf(context), HONEST].join(' '), ASK);

/** The theme is one of the facts; an unknown one is treated as `chat`. */
function focusOf({ facts }: PromptContext): string {
  const theme = THEMES.find((each) => each === facts['theme']) ?? 'chat';
  return `Keep to ${THEME_RULES[theme].focus}.`;
}
