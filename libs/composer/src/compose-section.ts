import type { SectionBrief } from './section-brief.js';
import { type FittedText, fitDraft } from './draft.js';
import { findPlan } from './plans/find-plan.js';
import { SectionWriter } from './section-writer.js';

/** The text of a section, about as long as the tokens it may have. Never empty. */
export function composeSection(brief: SectionBrief, maxTokens: number): FittedText {
  const plan = findPlan(brief.kind, brief.section);
  return fitDraft(new SectionWriter(brief, plan).write(), maxTokens);
}
