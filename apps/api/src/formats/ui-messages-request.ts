import { type Conversation, conversationOf } from './conversation.js';

function textOf(message: object): string {
  const parts: unknown = 'parts' in message ? message.parts : undefined;
  if (!Array.isArray(parts)) return 'content' in message && typeof message.content === 'string' ? message.content : '';
  return parts
    .flatMap((part: { type?: unknown; text?: unknown }) =>
      part?.type === 'text' && typeof part.text === 'string' ? [part.text] : [],
    )
    .join('\n');
}

/** The conversation in the body of a `useChat` transport. Never throws. */
export const uiConversation = (body: unknown): Conversation => conversationOf(body, textOf);
