import { createHash } from 'node:crypto';

/**
 * A unit vector by the hashing trick of Weinberger et al. (2009): each word and each pair of adjacent characters adds a
 * fixed direction, so that texts with common words are similar.
 */
export function textVector(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const feature of featuresOf(text.toLowerCase())) {
    const hash = createHash('sha256').update(feature).digest();
    const index = hash.readUInt32LE(0) % dimensions;
    vector[index] = (vector[index] ?? 0) + (hash.readUInt8(4) & 1 ? 1 : -1);
  }
  return normalised(vector);
}

function featuresOf(text: string): readonly string[] {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const pairs = words.flatMap((word) =>
    Array.from({ length: word.length - 1 }, (_, at) => `#${word.slice(at, at + 2)}`),
  );
  return [...words, ...pairs];
}

function normalised(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  if (length === 0) vector[0] = 1;
  return length === 0 ? vector : vector.map((value) => value / length);
}
