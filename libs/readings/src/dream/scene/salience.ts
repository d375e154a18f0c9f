import type { Features } from './scene.js';

/**
 * Weights of the features, fitted to the dreams for tuning: `scripts/fit-salience.js`. A weight is the change of
 * the log odds that an entity is a symbol of the dream.
 */
const WEIGHTS: Features = {
  'act of another': -0.58,
  action: -1.1,
  animal: 0.39,
  bare: -0.39,
  body: -1.17,
  character: -0.16,
  crowded: -0.6,
  definite: -0.11,
  early: -0.18,
  felt: -0.11,
  'first sentence': 0.66,
  'hint action': -1.41,
  'hint animal': -0.53,
  'hint body': -0.82,
  'hint character': -1.48,
  'hint nature': -0.91,
  'hint object': -1.45,
  'hint place': -1.9,
  implied: 1.05,
  last: -0.17,
  'long action': 0.14,
  'long animal': 0.62,
  'long body': -0.73,
  'long character': 0.03,
  'long hint': -0.82,
  'long nature': 0.28,
  'long object': -0.35,
  'long place': 0.16,
  modifier: -0.74,
  nature: 0.55,
  new: 0.29,
  object: 0.08,
  own: -0.1,
  'own act': 0.44,
  place: 0.14,
  repeated: 0.7,
  subject: 0.42,
};
const BIAS = 2.62;

/** The importance of an entity in the dream: the log odds that it is one of its symbols. */
export function salienceOf(features: Features): number {
  let sum = BIAS;
  for (const [name, value] of Object.entries(features)) sum += value * (WEIGHTS[name] ?? 0);
  return sum;
}
