import type { ChatMessage } from '@app/llm';
import { sectionMessages } from '../prompt/section-messages.js';
import type { PromptContext } from '../reading-definition.js';
import { THEMES, THEME_RULES } from './theme.js';

const ASK = 'Please read my birth chart.';

/** The theme is among the facts; anything else there is the theme of everything. */
function focusOf({ facts }: PromptContext): string {
  const theme = THEMES.find((each) => each === facts['theme']) ?? 'chat';
  return `Keep to ${THEME_RULES[theme].focus}.`;
}

const HONEST =
  'Call pillars, ten gods and signs by the names in the facts. Never guess what "leftOut" lists; where it matters say in half a sentence that it is missing.';

const task = (context: PromptContext, section: string): string => [section, focusOf(context), HONEST].join(' ');

export const characterPrompt = (context: PromptContext): readonly ChatMessage[] =>
  sectionMessages(
    context,
    task(
      context,
      'Section "character": in two or three paragraphs, who this person is: the day pillar and day master with their strength and elements, then Sun, Moon and ascendant, and where the two traditions say the same.',
    ),
    ASK,
  );

export const nowPrompt = (context: PromptContext): readonly ChatMessage[] =>
  sectionMessages(
    context,
    task(
      context,
      'Section "now": in one or two paragraphs, the time the person is in: the current ten-year luck pillar, this year’s and this month’s pillar as ten gods to the day master, and the closest transits.',
    ),
    ASK,
  );

export const advicePrompt = (context: PromptContext): readonly ChatMessage[] =>
  sectionMessages(
    context,
    task(
      context,
      'Section "advice": two or three small, concrete things the person can do or ask themselves now, each following from something in the charts.',
    ),
    ASK,
  );
