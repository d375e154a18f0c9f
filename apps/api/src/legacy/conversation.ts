import { z } from 'zod';
import { isReader } from '../readings/user-texts.js';
import { loose } from './tolerant.js';

const LONGEST = 4_000;

export interface Message {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

/**
 * The turns of a conversation: empty ones and a front end's own `system` messages are passed over. What the reader said is
 * cut to what a turn may have; what the user said never is.
 */
export const conversation = z.preprocess(
  (value) => (typeof value === 'string' ? [{ role: 'user', content: value }] : (value ?? [])),
  z.array(loose).transform((messages, context) =>
    messages.flatMap(({ role, content, text, message }, at): readonly Message[] => {
      const said: unknown = content ?? text ?? message;
      if (typeof said !== 'string' || said.trim() === '' || role === 'system') return [];
      if (isReader(role)) return [{ role: 'assistant', content: said.slice(0, LONGEST) }];
      if (said.length > LONGEST)
        context.addIssue({
          code: 'custom',
          path: [at, 'content'],
          message: `must have at most ${LONGEST} characters`,
        });
      return [{ role: 'user', content: said }];
    }),
  ),
);

/** The kinds look at no more than these; the oldest go first. */
export const MOST_MESSAGES = 50;
