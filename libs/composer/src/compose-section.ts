import { type FittedText, type Remark, fitDraft } from './draft.js';
import type { SectionPlan } from './plans/section-plan.js';
import type { SectionBrief } from './section-brief.js';
import { SectionWriter } from './section-writer.js';

/** Composes the text of a section within `maxTokens` (estimated). Never empty. */
export const composeSection = (brief: SectionBrief, plan: SectionPlan, maxTokens: number): FittedText =>
  fitDraft([...leadOf(brief), ...new SectionWriter(brief, plan).write()], maxTokens);

/** The care topic's acknowledgement, as a separate first paragraph. */
const leadOf = ({ care }: SectionBrief): readonly Remark[] =>
  care?.lead ? [{ paragraph: -1, rank: 0, lead: care.lead, keepLead: true, body: '' }] : [];
