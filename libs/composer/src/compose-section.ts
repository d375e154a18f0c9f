import { answerTurn } from './conversation/answer-turn.js';
import { type FittedText, type Remark, fitDraft } from './draft.js';
import type { SectionPlan } from './plans/section-plan.js';
import type { SectionBrief } from './section-brief.js';
import { SectionWriter } from './section-writer.js';

/** Composes the text of a section within `maxTokens` (estimated). Never empty. */
export function composeSection(brief: SectionBrief, plan: SectionPlan, maxTokens: number): FittedText {
  const { opening, isComplete } = plan.turns ? answerTurn(brief, plan.turns) : { opening: [], isComplete: false };
  const written = isComplete ? [] : new SectionWriter(brief, plan, opening.length > 0).write();
  return fitDraft([...leadOf(brief), ...opening, ...written], maxTokens);
}

/** The care topic's acknowledgement as a separate first paragraph; empty when an earlier turn already contains it. */
function leadOf({ care, history = [] }: SectionBrief): readonly Remark[] {
  if (!care?.lead || history.some(({ speaker, text }) => speaker === 'reader' && text.includes(care.lead))) return [];
  return [{ paragraph: -2, rank: 0, lead: care.lead, keepLead: true, body: '' }];
}
