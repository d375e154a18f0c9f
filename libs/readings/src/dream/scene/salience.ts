import type { Features } from './scene.js';

/**
 * Weights of the features, fitted to the dreams for tuning: `scripts/fit-salience.js`. A weight is the change of
 * the log odds that an entity is a symbol of the dream.
 */
const WEIGHTS: Features = {
  'act of another': -0.7,
  action: -0.76,
  animal: 0.42,
  body: -1.36,
  character: -0.21,
  crowded: -0.87,
  definite: -0.14,
  early: 0.12,
  felt: 0.31,
  'hint action': -1.19,
  'hint animal': -0.31,
  'hint body': -0.88,
  'hint character': -0.99,
  'hint nature': -0.85,
  'hint object': -1.27,
  'hint place': -2.15,
  last: -0.14,
  'long action': 0.33,
  'long animal': 0.6,
  'long body': -0.41,
  'long character': -0.06,
  'long hint': -0.75,
  'long nature': 0.61,
  'long object': -0.23,
  'long place': 0.21,
  nature: 0.45,
  new: 0.1,
  object: 0.48,
  own: 0.35,
  'own act': 0.76,
  place: 0.46,
  repeated: 0.49,
  subject: 0.91,
};
const BIAS = 3.07;

/** The importance of an entity in the dream: the log odds that it is one of its symbols. */
export function salienceOf(features: Features): number {
  let sum = BIAS;
  for (const [name, value] of Object.entries(features)) sum += value * (WEIGHTS[name] ?? 0);
  return sum;
}
