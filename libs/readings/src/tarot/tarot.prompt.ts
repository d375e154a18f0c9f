import type { ChatMessage } from '@app/llm';
import { sectionMessages } from '../prompt/section-messages.js';
import type { PromptContext } from '../reading-definition.js';

const ASK = 'Please read my cards.';

export const overallPrompt = (context: PromptContext): readonly ChatMessage[] =>
  sectionMessages(
    context,
    'Section "overall": name the cards as they lie and say in one or two paragraphs what story they tell together about the question asked.',
    ASK,
  );

export const cardsPrompt = (context: PromptContext): readonly ChatMessage[] =>
  sectionMessages(
    context,
    'Section "cards": go through the positions in their order; for each name the position, the card and whether it is reversed, and say what it means there in two or three sentences.',
    ASK,
  );

export const guidancePrompt = (context: PromptContext): readonly ChatMessage[] =>
  sectionMessages(
    context,
    'Section "guidance": name the card that matters most for acting and give two or three small, concrete steps that follow from the cards.',
    ASK,
  );
