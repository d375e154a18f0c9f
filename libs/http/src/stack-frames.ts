const MAX_FRAMES = 12;

/** Frames of a stack without its first line: a message may quote user input, the frames do not. */
export const stackFrames = (stack: string): readonly string[] =>
  stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, MAX_FRAMES);
