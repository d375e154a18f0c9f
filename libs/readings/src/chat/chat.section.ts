import { defineSection } from '../define-section.js';
import { sectionMessages } from '../prompt/section-messages.js';
import { answerComposition } from './answer-composition.js';

/** The answer to the last message of a conversation about a dream or about cards. */
export const chat = defineSection({
  id: 'chat',
  title: { ko: '답', en: 'Answer' },
  retrievers: ['domain', 'graph', 'corpus', 'persona'],
  maxTokens: 600,
  prompt: (context) =>
    sectionMessages(
      context,
      'You are in a conversation about a reading the person has had. Answer what they said last, directly and in their words, with the reading’s own symbols or cards by name; ask back when something is unclear.',
      'Please go on.',
    ),
  compose: answerComposition,
});
