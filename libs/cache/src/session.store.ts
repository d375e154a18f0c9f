import { Inject } from '@nestjs/common';

/** Anything JSON can carry. */
export type SessionValue = object;

/**
 * Small things remembered between the requests of one conversation: prefetched charts and passages, chat memory. Kept
 * for an hour after the last change, in memory and, where there is one, in Redis. A session answers only to the owner
 * that opened it (tenant: the API key's name, or the open mode's), so a guessed or leaked id is worth nothing to others.
 */
export interface SessionStore {
  /** Opens a session; the id has 144 random bits. @throws SessionTooLargeError */
  open(owner: string, value: SessionValue): Promise<string>;
  /** What the session holds; undefined when it is unknown, has expired or belongs to somebody else. */
  read<Value extends SessionValue>(owner: string, id: string): Promise<Value | undefined>;
  /** Replaces what the session holds and starts its hour again; opens it under this id when there is none.
   *  @throws SessionTooLargeError */
  write(owner: string, id: string, value: SessionValue): Promise<void>;
  close(owner: string, id: string): Promise<void>;
}

export const SESSION_STORE = Symbol('cache.SESSION_STORE');
export const InjectSessionStore = () => Inject(SESSION_STORE);

export class SessionTooLargeError extends Error {
  readonly code = 'session.too_large';

  constructor(readonly mostBytes: number) {
    super(`A session holds at most ${mostBytes} bytes.`);
  }
}
