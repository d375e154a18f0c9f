import { z } from 'zod';
import { loose } from './tolerant.js';

const LONGEST = 4_000;

/** What front ends call the side that answers. */
const READERS: ReadonlySet<unknown> = new Set(['assistant', 'bot', 'ai', 'counselor', 'model']);

/** Whether a turn is not the person's: the reader's, or a front end's own instruction. */
export const isReader = (role: unknown): boolean => READERS.has(role) || role === 'system';

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
      if (READERS.has(role)) return [{ role: 'assistant', content: said.slice(0, LONGEST) }];
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
