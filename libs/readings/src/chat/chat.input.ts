import { z } from 'zod';
import type { Turn } from '../reading-definition.js';
import { commonInput } from '../reading-input.js';
import { clientDocuments } from '../client-documents.js';

const message = z.object({
  role: z.enum(['user', 'assistant']),
  content: z.string().min(1, 'must not be empty').max(4_000, 'must have at most 4 000 characters'),
});

export type ChatInputMessage = z.infer<typeof message>;

/** Input of every conversation about a reading. */
export const chatInput = {
  messages: z
    .array(message)
    .min(1, 'must have at least one message')
    .max(200)
    .refine((messages) => messages.some(({ role }) => role === 'user'), 'must have a message of the user')
    .describe('The conversation so far, the question last'),
  documents: clientDocuments,
  ...commonInput,
};

/** Splits a conversation into the user's last message and the turns before it. */
export function splitConversation(messages: readonly ChatInputMessage[]): {
  readonly question: string;
  readonly history: readonly Turn[];
} {
  const last = messages.findLastIndex(({ role }) => role === 'user');
  return {
    question: messages[last]?.content ?? '',
    history: messages
      .slice(0, last)
      .map(({ role, content }) => ({ speaker: role === 'user' ? 'person' : 'reader', text: content })),
  };
}
