export { composeSection } from './compose-section.js';
export { asList, asNumber, asRecord, nameOf } from './facts/lenient.js';
export { readFacts } from './facts/read-facts.js';
export type { FactsReader, SectionFacts, Span, Subject } from './facts/section-facts.js';
export { cleanLine } from './language/clean-text.js';
export { quotable } from './language/asked.js';
export type { Slots } from './language/fill-phrase.js';
export { spokenSymbol, spokenTopic } from './language/spoken-title.js';
export { applicablePassages } from './passages/applicable-passages.js';
export { genericPlan } from './plans/generic.plan.js';
export { LIMITS } from './plans/limits.js';
export {
  type Leads,
  type Phrases,
  type SayStep,
  type SectionPlan,
  type Step,
  type TurnPhrases,
  type Voice,
} from './plans/section-plan.js';
export type { CareBrief, KindComposition, NumberedPassage, OwnWords, SectionBrief } from './section-brief.js';
