import type { Kind } from '../server/catalogue.js';
import type { Facts } from '../server/reading-events.js';

export interface ReadingRequest {
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Message {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

/** Data that a follow-up question builds on: the request, the computed facts and the written text. */
export interface Answered extends ReadingRequest {
  readonly facts: Facts;
  readonly written: string;
}

/** The server's limit for one message, in characters. */
const MAX_MESSAGE = 4_000;
/** Keeps the request below the server's limit of 64 KiB, at three bytes per Korean character. */
const MAX_CONVERSATION = 16_000;

/**
 * The request for a follow-up question, with the same drawn cards, cast or charts. Undefined when the kind accepts
 * none.
 */
export function followUp(answered: Answered, question: string, kinds: readonly Kind[]): ReadingRequest | undefined {
  const { kind, body, facts } = answered;
  const { locale, persona } = body;
  const common = { locale, ...(persona !== undefined && { persona }) };
  const messages = () => recent([...earlierMessages(answered), { role: 'user', content: question }]);
  if (kind === 'dream' || kind === 'dream-chat')
    return { kind: 'dream-chat', body: { ...common, dream: body['dream'], messages: messages() } };
  if (kind === 'tarot' || kind === 'tarot-chat')
    return { kind: 'tarot-chat', body: { ...common, cards: cardsOf(facts), messages: messages() } };
  if (kind === 'destiny' || kind === 'ask')
    return { kind: 'ask', body: { ...body, question, history: recent(earlierMessages(answered)) } };
  const takesQuestion = kinds.find((one) => one.kind === kind)?.input.properties?.['question'];
  return takesQuestion ? { kind, body: { ...withSameFacts(answered), question } } : undefined;
}

/** The body of the same request, with the cards or lines that were drawn. */
export function withSameFacts({
  kind,
  body,
  facts,
}: Pick<Answered, 'kind' | 'body' | 'facts'>): ReadingRequest['body'] {
  if (kind === 'tarot') return { ...body, cards: cardsOf(facts, 'id') };
  return kind === 'iching' ? { ...body, lines: facts['lines'] } : body;
}

function cardsOf(facts: Facts, by: 'id' | 'name' = 'name') {
  const cards = (facts['cards'] ?? []) as readonly { id?: string; name: string; reversed: boolean }[];
  return cards.map(({ id, name, reversed }) => (by === 'id' ? { id, reversed } : { name, reversed }));
}

function earlierMessages({ kind, body, written }: Answered): readonly Message[] {
  const isChat = kind.endsWith('-chat');
  const earlier = ((isChat ? body['messages'] : body['history']) ?? []) as readonly Message[];
  const question = isChat ? undefined : body['question'];
  return [
    ...earlier,
    ...(typeof question === 'string' ? [{ role: 'user', content: question } as const] : []),
    ...(written ? [{ role: 'assistant', content: written.slice(0, MAX_MESSAGE) } as const] : []),
  ];
}

/** The latest messages whose total length is within the limit. */
function recent(messages: readonly Message[]): readonly Message[] {
  let left = MAX_CONVERSATION;
  const from = messages.findLastIndex(({ content }) => (left -= content.length) < 0);
  return messages.slice(from + 1);
}
