import type { Features } from './features.js';

/**
 * Weights of the features, fitted to the dreams for tuning: `scripts/fit-salience.js`. A weight is the change of
 * the log odds that an entity is a symbol of the dream.
 */
const WEIGHTS: Features = {
  'act of another': -0.72,
  action: -0.75,
  animal: 0.44,
  body: -1.35,
  character: -0.33,
  crowded: -0.84,
  definite: -0.12,
  early: 0.14,
  felt: 0.29,
  'hint action': -1.15,
  'hint animal': -0.31,
  'hint body': -0.9,
  'hint character': -0.87,
  'hint nature': -0.85,
  'hint object': -1.25,
  'hint place': -2.15,
  last: -0.12,
  'long action': 0.35,
  'long animal': 0.58,
  'long body': -0.44,
  'long character': -0.07,
  'long hint': -0.76,
  'long nature': 0.58,
  'long object': -0.27,
  'long place': 0.17,
  nature: 0.45,
  new: 0.12,
  object: 0.49,
  own: 0.42,
  'own act': 0.73,
  place: 0.49,
  repeated: 0.52,
  subject: 0.98,
};
const BIAS = 2.96;

/** The importance of an entity in the dream: the log odds that it is one of its symbols. */
export function salienceOf(features: Features): number {
  let sum = BIAS;
  for (const [name, value] of Object.entries(features)) sum += value * (WEIGHTS[name] ?? 0);
  return sum;
}
