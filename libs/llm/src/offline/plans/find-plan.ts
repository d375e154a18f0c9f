import { dreamPlans } from './dream.plan.js';
import { genericPlan } from './generic.plan.js';
import type { SectionPlan } from './section-plan.js';

const PLANS: Readonly<Record<string, Readonly<Record<string, SectionPlan>>>> = { dream: dreamPlans };

/** The plan of a section, or the one that serves any. */
export const findPlan = (kind: string, section: string): SectionPlan =>
  (Object.hasOwn(PLANS, kind) ? PLANS[kind] : undefined)?.[section] ?? genericPlan;
