import type { ChatMessage } from '@app/llm';
import { sectionMessages } from '../prompt/section-messages.js';
import type { PromptContext } from '../reading-definition.js';
import { THEMES, THEME_RULES } from './theme.js';

/** `sectionMessages` with the theme that the user chose; an unknown theme is treated as `chat`. */
export function themedMessages(context: PromptContext): readonly ChatMessage[] {
  const theme = THEMES.find((each) => each === context.facts['theme']) ?? 'chat';
  return sectionMessages(context, `Keep to ${THEME_RULES[theme].focus}.`);
}
