const MAX_FRAMES = 12;

/** The frames of a stack trace without its message, which may quote user input. */
export const stackFrames = (stack: string): readonly string[] =>
  stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, MAX_FRAMES);
