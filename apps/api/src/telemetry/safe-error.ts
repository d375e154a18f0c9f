import { stackFrames } from '@app/http';

/**
 * Converts an error to loggable fields.
 * @param withMessage set only if content may be logged, because messages can quote user input
 */
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
