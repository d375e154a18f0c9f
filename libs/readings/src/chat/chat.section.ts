import { defineSection } from '../define-section.js';
import { answerComposition } from './answer-composition.js';

/** Answers the last message of a conversation about a dream or about tarot cards. */
export const chat = defineSection({
  id: 'chat',
  title: { ko: '답', en: 'Answer' },
  retrievers: ['domain', 'graph', 'corpus', 'persona'],
  maxTokens: 2_000,
  task: 'The person goes on talking about a reading they have had. Answer what they said last, directly and in their words, with the reading’s own symbols or cards by name; ask back when something is unclear. One to three paragraphs; a short message gets a short answer.',
  compose: answerComposition,
});
