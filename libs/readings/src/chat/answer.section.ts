import { defineSection } from '../define-section.js';
import { themedMessages } from '../destiny/themed-messages.js';
import { answerComposition } from './answer-composition.js';

/** Answers a question about the user's charts. */
export const answer = defineSection({
  id: 'answer',
  title: { ko: '답', en: 'Answer' },
  retrievers: ['domain', 'graph', 'corpus', 'persona'],
  maxTokens: 1_600,
  task: 'Answer the last question, directly and first of all, then say which pillars, ten gods or signs lead there, by their names. End with one small thing to do or to watch for. Two to four paragraphs; a short question gets a short answer.',
  prompt: themedMessages,
  compose: answerComposition,
});
