import { genericPlan } from '@app/composer';
import { sectionMessages } from './prompt/section-messages.js';
import type { SectionDefinition } from './reading-definition.js';

/** `SectionDefinition` in which `after`, `compose` and `prompt` are optional. */
type SectionOptions = Omit<SectionDefinition, 'after' | 'compose' | 'prompt'> &
  Partial<Pick<SectionDefinition, 'after' | 'compose' | 'prompt'>>;

/**
 * Declares one section of a reading. The default `prompt` consists of the common rules and the section's task. The
 * default `compose` introduces the section by its title and writes from the names in the facts and the passages.
 */
export const defineSection = (options: SectionOptions): SectionDefinition => ({
  after: [],
  compose: genericPlan,
  prompt: (context) => sectionMessages(context),
  ...options,
});
