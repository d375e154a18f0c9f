import type { ChatMessage } from '@app/llm';
import { sectionMessages } from '../prompt/section-messages.js';
import type { PromptContext } from '../reading-definition.js';

const ASK = 'Please read the hexagram I have cast.';

export const overviewPrompt = (context: PromptContext): readonly ChatMessage[] =>
  sectionMessages(
    context,
    'Section "overview": name the primary hexagram, picture its lower and upper trigram together, and say what kind of moment it describes for the question asked.',
    ASK,
  );

export const changingPrompt = (context: PromptContext): readonly ChatMessage[] =>
  sectionMessages(
    context,
    'Section "changing": take the changing lines from the bottom up, each by its number, then say where they lead by naming the resulting hexagram.',
    ASK,
  );

export const advicePrompt = (context: PromptContext): readonly ChatMessage[] =>
  sectionMessages(
    context,
    'Section "advice": name the primary hexagram once and give two or three small, concrete steps that fit its moment; the nuclear hexagram may say what works inside it.',
    ASK,
  );
