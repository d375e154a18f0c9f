import type { ChatMessage } from '@app/llm';

export interface PromptParts {
  readonly system: string;
  /** The lines between the markers. */
  readonly block: readonly string[];
  /** The user's words after the block, in the same message. */
  readonly words: string;
  /** Messages after the user's first one. */
  readonly turns: readonly ChatMessage[];
}

/**
 * Splits a prompt into its parts. Throws unless the system message ends with its only marker, the user's first message
 * begins with a block, the marker occurs nowhere else, and the roles alternate and end with the user's.
 */
export function promptParts([system, first, ...turns]: readonly ChatMessage[], marker: string): PromptParts {
  if (system?.role !== 'system' || first?.role !== 'user') throw new Error('the roles must begin with system, user');
  if (system.content.indexOf(marker) !== system.content.length - marker.length)
    throw new Error('the marker must end it');
  const [before, block = '', words, ...more] = first.content.split(marker);
  if (before !== '' || words === undefined || more.length > 0) throw new Error('the block must be between two markers');
  if (!/^\n(?:.*\n)*$/.test(block)) throw new Error('a marker must be a line');
  for (const [at, { role, content }] of turns.entries()) {
    if (role !== (at % 2 === 0 ? 'assistant' : 'user')) throw new Error('turns must alternate');
    if (content.includes(marker)) throw new Error('a turn must not contain the marker');
  }
  if (turns.length % 2 !== 0) throw new Error('the last message must be the user’s');
  return { system: system.content, block: block.slice(1, -1).split('\n'), words: words.replace(/^\n\n/, ''), turns };
}
