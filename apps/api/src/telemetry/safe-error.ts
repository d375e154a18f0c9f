import { stackFrames } from '@app/http';

/** An error as it may be logged. @param withMessage only where content may be logged: messages can quote user input. */
export function safeError(error: unknown, withMessage: boolean): object {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error('not an Error');
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return {
    error: name,
    ...(typeof code === 'string' && { code }),
    ...(withMessage && { message }),
    frames: stackFrames(stack),
  };
}
