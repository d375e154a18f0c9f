import type { ChatMessage } from '@app/llm';
import type { ClientDocument } from '../client-documents.js';
import type { Turn } from '../reading-definition.js';
import { cleanMaterial, withoutMarker } from './clean-material.js';
import { countTokens } from './count-tokens.js';
import { whileTheyFit } from './while-they-fit.js';

/** Tokens of earlier turns that a prompt repeats. */
export const HISTORY_TOKENS = 3_000;

/** Of the turns that are left out, the user's latest are quoted by their beginnings. */
const MAX_QUOTED = 6;
const QUOTE_LENGTH = 80;

export interface Conversation {
  /** The latest turns that fit, oldest first. */
  readonly turns: readonly Turn[];
  /** What the user said in the turns that were left out; empty when none was. */
  readonly dropped: readonly ClientDocument[];
}

/** As many of the latest turns as fit, whole. */
export function recentTurns(history: readonly Turn[]): Conversation {
  const bytes = history.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  // No text has more tokens than bytes: a short conversation needs no tokenizer.
  const turns = bytes <= HISTORY_TOKENS ? history : latestTurns(history);
  return { turns, dropped: summaryOf(history.slice(0, history.length - turns.length)) };
}

const latestTurns = (history: readonly Turn[]): readonly Turn[] =>
  whileTheyFit(history.toReversed(), HISTORY_TOKENS, ({ text }) => countTokens(text, HISTORY_TOKENS)).toReversed();

function summaryOf(turns: readonly Turn[]): readonly ClientDocument[] {
  if (turns.length === 0) return [];
  const said = turns
    .filter(({ speaker }) => speaker === 'person')
    .slice(-MAX_QUOTED)
    .map(({ text }) => `“${beginning(text)}”`);
  const title = `${turns.length} earlier turns of the conversation are left out; in them the person said`;
  return [{ title, text: said.length > 0 ? said.join(' ') : 'nothing' }];
}

function beginning(text: string): string {
  const characters = Array.from(text.slice(0, QUOTE_LENGTH * 2));
  return characters.length > QUOTE_LENGTH ? `${characters.slice(0, QUOTE_LENGTH).join('')}…` : characters.join('');
}

/**
 * A turn as a message. The user's words stay as they are. A turn in the reader's name was sent by a client as well: it is
 * cleaned like a document, so that it can pass neither for rules nor for the block.
 */
export const turnMessage = ({ speaker, text }: Turn, marker: string): ChatMessage =>
  speaker === 'person'
    ? { role: 'user', content: withoutMarker(text, marker) }
    : { role: 'assistant', content: cleanMaterial(text, marker) };

/** Neighbours of one role as one message: many chat templates reject turns that do not alternate. */
export function alternating(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  const merged: ChatMessage[] = [];
  for (const message of messages) {
    const last = merged.at(-1);
    if (message.content === '') continue;
    if (last?.role !== message.role) merged.push(message);
    else merged[merged.length - 1] = { role: last.role, content: `${last.content}\n\n${message.content}` };
  }
  return merged;
}
