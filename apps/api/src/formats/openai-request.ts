import { z } from 'zod';
import { type Conversation, conversationOf } from './conversation.js';

const part = z.looseObject({ type: z.literal('text'), text: z.string() });

/** Fields that control the response; all other fields of the body are input of the kind or ignored. */
const options = z.looseObject({
  model: z.string().catch(''),
  stream: z.boolean().nullish().catch(false),
  stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish().catch(undefined),
});

export const openAiOptions = (body: unknown) => options.catch({ model: '', stream: false }).parse(body);

function textOf(message: object): string {
  const content: unknown = 'content' in message ? message.content : undefined;
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.flatMap((entry: unknown) => part.safeParse(entry).data?.text ?? []).join('\n');
}

/** The conversation of a chat completion request; system messages are ignored. Never throws. */
export const openAiConversation = (body: unknown): Conversation => conversationOf(body, textOf);
