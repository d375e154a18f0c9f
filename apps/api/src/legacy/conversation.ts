import { isAssistantRole } from '@app/readings';
import { z } from 'zod';
import { looseObject } from './lenient-schemas.js';

const MAX_TURN_LENGTH = 4_000;

export interface Message {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

type GivenTurn = z.infer<typeof looseObject>;

const turnsFrom = <Turns>(read: (turns: readonly GivenTurn[], context: z.RefinementCtx) => Turns) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? [{ role: 'user', content: value }] : (value ?? [])),
    z.array(looseObject).transform(read),
  );

function messageOf({ role, content, text, message }: GivenTurn): Message | undefined {
  const turn: unknown = content ?? text ?? message;
  if (typeof turn !== 'string' || turn.trim() === '' || role === 'system') return undefined;
  return { role: isAssistantRole(role) ? 'assistant' : 'user', content: turn };
}

const cut = ({ role, content }: Message): Message => ({ role, content: content.slice(0, MAX_TURN_LENGTH) });

/**
 * Parses the turns of a conversation; omits empty turns and `system` messages of the front end. An assistant turn is
 * cut to the limit; a user turn above the limit is rejected.
 */
export const conversation = turnsFrom((turns, context) =>
  turns.flatMap((turn, at): readonly Message[] => {
    const message = messageOf(turn);
    if (!message) return [];
    if (message.role === 'user' && message.content.length > MAX_TURN_LENGTH)
      context.addIssue({
        code: 'custom',
        path: [at, 'content'],
        message: `must have at most ${MAX_TURN_LENGTH} characters`,
      });
    return [cut(message)];
  }),
);

/** Like `conversation`, for turns that are only context: user turns are also cut. */
export const lenientConversation = turnsFrom((turns) =>
  turns.flatMap((turn): readonly Message[] => {
    const message = messageOf(turn);
    return message ? [cut(message)] : [];
  }),
);

/** Limit of the kinds' input; the oldest messages are dropped first. */
export const MAX_MESSAGES = 50;
