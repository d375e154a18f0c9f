export { composeSection } from './compose-section.js';
export { destinyFacts } from './facts/destiny-facts.js';
export { dreamFacts } from './facts/dream-facts.js';
export { ichingFacts } from './facts/iching-facts.js';
export { tarotFacts } from './facts/tarot-facts.js';
export { applicablePassages } from './passages/applicable-passages.js';
export { genericPlan } from './plans/generic.plan.js';
export { LIMITS } from './plans/limits.js';
export {
  type Phrases,
  type SayStep,
  type SectionPlan,
  type Step,
  type TurnPhrases,
  type Voice,
} from './plans/section-plan.js';
export type { CareBrief, KindComposition, NumberedPassage, SectionBrief } from './section-brief.js';
