import { isAssistantRole } from '@app/readings';
import { z } from 'zod';
import { looseObject } from './lenient-schemas.js';

const MAX_TURN_LENGTH = 4_000;

export interface Message {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

/**
 * The turns of a conversation, without empty ones and a front end's own `system` messages. An assistant's turn is cut to
 * the limit, a user's turn above it is refused.
 */
export const conversation = z.preprocess(
  (value) => (typeof value === 'string' ? [{ role: 'user', content: value }] : (value ?? [])),
  z.array(looseObject).transform((messages, context) =>
    messages.flatMap(({ role, content, text, message }, at): readonly Message[] => {
      const turn: unknown = content ?? text ?? message;
      if (typeof turn !== 'string' || turn.trim() === '' || role === 'system') return [];
      if (isAssistantRole(role)) return [{ role: 'assistant', content: turn.slice(0, MAX_TURN_LENGTH) }];
      if (turn.length > MAX_TURN_LENGTH)
        context.addIssue({
          code: 'custom',
          path: [at, 'content'],
          message: `must have at most ${MAX_TURN_LENGTH} characters`,
        });
      return [{ role: 'user', content: turn }];
    }),
  ),
);

/** The kinds accept no more; the oldest are dropped first. */
export const MAX_MESSAGES = 50;
