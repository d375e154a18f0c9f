import { chatPlans } from './chat.plan.js';
import { destinyPlans } from './destiny.plan.js';
import { dreamPlans } from './dream.plan.js';
import { genericPlan } from './generic.plan.js';
import { ichingPlans } from './iching.plan.js';
import { tarotPlans } from './tarot.plan.js';
import type { SectionPlan } from './section-plan.js';

type PlansOfKind = Readonly<Record<string, SectionPlan>>;

const PLANS: Readonly<Record<string, PlansOfKind>> = {
  dream: dreamPlans,
  tarot: tarotPlans,
  iching: ichingPlans,
  destiny: destinyPlans,
};

/** The plan of a section: its kind's own, that of a talk about any kind, or the one that serves whatever there is. */
export function findPlan(kind: string, section: string): SectionPlan {
  const own = Object.hasOwn(PLANS, kind) ? PLANS[kind] : undefined;
  return own?.[section] ?? (Object.hasOwn(chatPlans, section) ? chatPlans[section] : undefined) ?? genericPlan;
}
