import {
  type BodyAdapter,
  type ReadingDefinition,
  type ReadingRequest,
  type UserText,
  isAssistantRole,
} from '@app/readings';
import { type Locale, dominantScript } from '@app/text';
import { z } from 'zod';

/** One message of a chat client. */
export interface ChatTurn {
  readonly role: 'user' | 'assistant';
  readonly text: string;
}

/** Content of a chat client's body: the conversation, and further fields that may belong to the kind's input. */
export interface Conversation {
  readonly turns: readonly ChatTurn[];
  readonly fields: Readonly<Record<string, unknown>>;
}

const message = z.looseObject({ role: z.string() });

/** Input field of a kind that receives the user's text. */
const TEXT_FIELDS: Readonly<Record<string, string>> = { dream: 'dream' };
/** Maps a kind to the kind that continues its conversation after the first answer. */
const CONTINUATIONS: Readonly<Record<string, string>> = { dream: 'dream-chat', tarot: 'tarot-chat', destiny: 'ask' };
const CHAT_KINDS: ReadonlySet<string> = new Set(['dream-chat', 'tarot-chat']);

/** Reads the messages and the other fields of a body. @param textOf text of a message. Never throws. */
export function conversationOf(body: unknown, textOf: (message: object) => string): Conversation {
  const { messages, ...fields } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  return { turns: turnsOf(messages, textOf), fields };
}

/** Converts a list of messages to turns; omits messages of other roles and messages without text. */
function turnsOf(messages: unknown, textOf: (message: object) => string): readonly ChatTurn[] {
  if (!Array.isArray(messages)) return [];
  return messages.flatMap((entry: unknown): readonly ChatTurn[] => {
    const { data } = message.safeParse(entry);
    const text = data ? textOf(data) : '';
    if (!data || text.trim() === '') return [];
    if (isAssistantRole(data.role)) return data.role === 'system' ? [] : [{ role: 'assistant', text }];
    return data.role === 'user' ? [{ role: 'user', text }] : [];
  });
}

/** The requested kind, or after the first answer the kind that continues it. */
export const kindOf = (kind: string, turns: readonly ChatTurn[]): string =>
  turns.some(({ role }) => role === 'assistant') ? (CONTINUATIONS[kind] ?? kind) : kind;

/** Adapter that converts bodies of a chat client to input of a kind. */
export function conversationAdapter(
  definition: ReadingDefinition | undefined,
  read: (body: unknown) => Conversation,
): NonNullable<ReadingRequest['adapter']> {
  return {
    userText: (body) => userTextOf(read(body)),
    toInput: (body) => ({ input: inputOf(definition, read(body)) }),
  } satisfies BodyAdapter;
}

const userTexts = ({ turns }: Conversation): readonly string[] =>
  turns.filter(({ role }) => role === 'user').map(({ text }) => text);

function userTextOf(conversation: Conversation): UserText {
  return { texts: userTexts(conversation), locale: localeOf(conversation) };
}

/** Locale of the body if it names one, else the language of the last message. */
function localeOf(conversation: Conversation): Locale {
  const { locale } = conversation.fields;
  if (locale === 'ko' || locale === 'en') return locale;
  return dominantScript(userTexts(conversation).at(-1) ?? '') === 'hangul' ? 'ko' : 'en';
}

/** Keeps only fields that the kind's input has, because chat clients send many others. */
function inputOf(definition: ReadingDefinition | undefined, conversation: Conversation): Record<string, unknown> {
  const { kind = '', input } = definition ?? {};
  const known = input instanceof z.ZodObject ? Object.keys(input.shape) : [];
  const fields = Object.fromEntries(Object.entries(conversation.fields).filter(([name]) => known.includes(name)));
  return { ...fields, locale: localeOf(conversation), ...wordsOf(kind, conversation) };
}

function wordsOf(kind: string, conversation: Conversation): Record<string, unknown> {
  const { turns } = conversation;
  if (CHAT_KINDS.has(kind)) return { messages: turns.map(({ role, text }) => ({ role, content: text })) };
  const texts = userTexts(conversation);
  const last = turns.findLastIndex(({ role }) => role === 'user');
  const history = turns.slice(0, Math.max(0, last)).map(({ role, text }) => ({ role, content: text }));
  return {
    [TEXT_FIELDS[kind] ?? 'question']: texts.at(-1) ?? '',
    ...(kind === 'ask' && { history }),
  };
}
