import { Inject } from '@nestjs/common';

/** Any object that JSON can represent. */
export type SessionValue = object;

/**
 * Small values kept between the requests of one conversation: prefetched charts and passages. Kept for an hour after
 * the last change, in memory and, when configured, in Redis. A session is valid only for the owner (tenant) that opened
 * it, so a leaked id gives others no access.
 */
export interface SessionStore {
  /** Opens a session; the id has 144 random bits. @throws SessionTooLargeError */
  open(owner: string, value: SessionValue): Promise<string>;
  /** The session's value; undefined when it is unknown, has expired or has another owner. */
  read<Value extends SessionValue>(owner: string, id: string): Promise<Value | undefined>;
  /**
   * Replaces the session's value and restarts its hour; opens a session with this id when there is none.
   * @throws SessionTooLargeError
   */
  write(owner: string, id: string, value: SessionValue): Promise<void>;
  close(owner: string, id: string): Promise<void>;
}

export const SESSION_STORE = Symbol('cache.SESSION_STORE');
export const InjectSessionStore = () => Inject(SESSION_STORE);

export class SessionTooLargeError extends Error {
  readonly code = 'session.too_large';

  constructor(readonly maxBytes: number) {
    super(`A session holds at most ${maxBytes} bytes.`);
  }
}
