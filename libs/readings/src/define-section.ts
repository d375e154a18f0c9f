import { genericPlan } from '@app/composer';
import { sectionMessages } from './prompt/section-messages.js';
import type { SectionDefinition } from './reading-definition.js';

/** `SectionDefinition` with optional fields. */
type SectionOptions = Omit<SectionDefinition, 'after' | 'compose' | 'prompt'> &
  Partial<Pick<SectionDefinition, 'after' | 'compose' | 'prompt'>>;

/**
 * Declares one section of a reading. Without `prompt` a model gets the common rules and the section's task; without
 * `compose` the offline composer introduces it by its title and writes from the facts' names and the passages.
 */
export const defineSection = (options: SectionOptions): SectionDefinition => ({
  after: [],
  compose: genericPlan,
  prompt: (context) => sectionMessages(context),
  ...options,
});
