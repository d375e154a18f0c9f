import { genericPlan } from '@app/composer';
import type { SectionDefinition } from './reading-definition.js';

/** A section as its file states it; what is left out has a default. */
type SectionOptions = Omit<SectionDefinition, 'after' | 'compose'> &
  Partial<Pick<SectionDefinition, 'after' | 'compose'>>;

/**
 * Declares one section of a reading: all there is to say about it. Without `compose` the offline composer introduces it
 * by its title and writes from what the facts name and what was retrieved.
 */
export const defineSection = (options: SectionOptions): SectionDefinition => ({
  after: [],
  compose: genericPlan,
  ...options,
});
