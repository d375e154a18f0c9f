const MOST_FRAMES = 12;

/** Frames of a stack without its first line: a message may quote the input it stumbled over, the frames do not. */
export const framesOf = (stack: string): readonly string[] =>
  stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, MOST_FRAMES);

/** An error as a log may show it. @param withMessage only where content may be logged. */
export function safeError(error: unknown, withMessage: boolean): object {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error('not an Error');
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return {
    error: name,
    ...(typeof code === 'string' && { code }),
    ...(withMessage && { message }),
    frames: framesOf(stack),
  };
}
