import type { Phrases, SayStep, Step } from '@app/composer';

/** One line for each chart, so that every section states which charts it interprets. */
export const charts = (pillars: Phrases, lights: Phrases): readonly Step[] => [
  { rank: 0, say: pillars },
  { rank: 0, say: lights },
];

/** States the main topic of the reading. */
export const focus = (say: Phrases): SayStep => ({ rank: 1, say });
