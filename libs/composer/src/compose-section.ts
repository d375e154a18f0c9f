import { type FittedText, fitDraft } from './draft.js';
import type { SectionPlan } from './plans/section-plan.js';
import type { SectionBrief } from './section-brief.js';
import { SectionWriter } from './section-writer.js';

/** The text of a section, about as long as the tokens it may have. Never empty. */
export const composeSection = (brief: SectionBrief, plan: SectionPlan, maxTokens: number): FittedText =>
  fitDraft(new SectionWriter(brief, plan).write(), maxTokens);
