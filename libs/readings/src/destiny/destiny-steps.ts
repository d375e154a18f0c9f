import type { Phrases, SayStep, Step } from '@app/composer';

/** The charts in one line each: every section says whose charts it reads. */
export const charts = (pillars: Phrases, lights: Phrases): readonly Step[] => [
  { rank: 0, say: pillars },
  { rank: 0, say: lights },
];

/** What the reading looks at above all. */
export const focus = (say: Phrases): SayStep => ({ rank: 1, say });
