/**
 * Replaces the reading id in frames. All ids have the same length and 96 random bits, so that an id occurs nowhere else
 * in the frames of its reading.
 */
export function renameReading(frames: Buffer, from: string, to: string): Buffer {
  if (from === to) return frames;
  const renamed = Buffer.from(frames);
  for (let at = renamed.indexOf(from); at >= 0; at = renamed.indexOf(from, at + to.length))
    renamed.write(to, at, 'latin1');
  return renamed;
}
