import { type FittedText, type Remark, fitDraft } from './draft.js';
import type { SectionPlan } from './plans/section-plan.js';
import type { SectionBrief } from './section-brief.js';
import { SectionWriter } from './section-writer.js';

/** The text of a section, about as long as the tokens it may have. Never empty. */
export const composeSection = (brief: SectionBrief, plan: SectionPlan, maxTokens: number): FittedText =>
  fitDraft([...leadOf(brief), ...new SectionWriter(brief, plan).write()], maxTokens);

/** A paragraph of its own before all others. */
const leadOf = ({ care }: SectionBrief): readonly Remark[] =>
  care?.lead ? [{ paragraph: -1, rank: 0, lead: care.lead, keepLead: true, body: '' }] : [];
