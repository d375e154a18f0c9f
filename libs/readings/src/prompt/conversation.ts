import type { ChatMessage } from '@app/llm';
import type { ClientDocument } from '../client-documents.js';
import type { Turn } from '../reading-definition.js';
import { cleanMaterial, withoutMarker } from './clean-material.js';
import { countTokens } from './count-tokens.js';
import { whileTheyFit } from './while-they-fit.js';

/** Maximum number of tokens of earlier turns in a prompt. */
export const HISTORY_TOKENS = 3_000;

/** Number of user turns, among those left out, whose beginnings are quoted: the first ones often say what it is about. */
const MAX_FIRST_QUOTED = 2;
const MAX_LATEST_QUOTED = 4;
const QUOTE_LENGTH = 80;

export interface Conversation {
  /** The latest turns that fit, oldest first. */
  readonly turns: readonly Turn[];
  /** Summary of the turns that were left out; empty when none were. */
  readonly dropped: readonly ClientDocument[];
}

/** The latest turns that fit, each complete, and a summary of the others. */
export function recentTurns(history: readonly Turn[]): Conversation {
  const bytes = history.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  // A text never has more tokens than bytes, so a short conversation needs no tokenizer.
  const turns = bytes <= HISTORY_TOKENS ? history : latestTurns(history);
  return { turns, dropped: summaryOf(history.slice(0, history.length - turns.length)) };
}

const latestTurns = (history: readonly Turn[]): readonly Turn[] =>
  whileTheyFit(history.toReversed(), HISTORY_TOKENS, ({ text }) => countTokens(text, HISTORY_TOKENS)).toReversed();

function summaryOf(turns: readonly Turn[]): readonly ClientDocument[] {
  if (turns.length === 0) return [];
  const own = turns.filter(({ speaker }) => speaker === 'person');
  const first = own.slice(0, MAX_FIRST_QUOTED);
  const latest = own.slice(MAX_FIRST_QUOTED).slice(-MAX_LATEST_QUOTED);
  const said = [...first, ...latest].map(({ text }) => `“${beginning(text)}”`);
  const title = `${turns.length} earlier turns of the conversation are left out; in them the person said`;
  return [{ title, text: said.length > 0 ? said.join(' ') : 'nothing' }];
}

function beginning(text: string): string {
  const characters = Array.from(text.slice(0, QUOTE_LENGTH * 2));
  return characters.length > QUOTE_LENGTH ? `${characters.slice(0, QUOTE_LENGTH).join('')}…` : characters.join('');
}

/**
 * A turn as a chat message. From the user's words only the marker is removed. Assistant turns also come from the
 * client, so they are cleaned like documents and cannot imitate the rules or the block.
 */
export const turnMessage = ({ speaker, text }: Turn, marker: string): ChatMessage =>
  speaker === 'person'
    ? { role: 'user', content: withoutMarker(text, marker) }
    : { role: 'assistant', content: cleanMaterial(text, marker) };

/** Merges consecutive messages of the same role, because many chat templates reject turns that do not alternate. */
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
