import { EmbeddingError } from './embedding.error.js';

/**
 * Returns a copy of the vector scaled to length 1.
 * @throws EmbeddingError `embedding.invalid` if the length is not `dimensions`, or for NaN, infinity or the zero
 * vector.
 */
export function unitVector(values: ArrayLike<number>, dimensions: number): Float32Array {
  if (values.length !== dimensions) {
    throw new EmbeddingError('embedding.invalid', `a vector has ${values.length} dimensions instead of ${dimensions}`);
  }
  const vector = Float32Array.from(values);
  const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  if (!Number.isFinite(norm) || norm === 0) {
    throw new EmbeddingError('embedding.invalid', 'a vector is not finite or zero');
  }
  return vector.map((value) => value / norm);
}
