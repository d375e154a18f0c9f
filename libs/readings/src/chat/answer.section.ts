import { defineSection } from '../define-section.js';
import { sectionMessages } from '../prompt/section-messages.js';
import { answerComposition } from './answer-composition.js';

/** The answer to a question about the person's charts. */
export const answer = defineSection({
  id: 'answer',
  title: { ko: '답', en: 'Answer' },
  retrievers: ['domain', 'graph', 'corpus', 'persona'],
  maxTokens: 700,
  prompt: (context) =>
    sectionMessages(
      context,
      'Answer the question the person asked last, directly and first of all, then say which pillars, ten gods or signs among the facts lead you there, by their names. Never guess what "leftOut" lists. End with one small thing they can do or watch for.',
      'Please tell me what matters most in my chart now.',
    ),
  compose: answerComposition,
});
