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
export const findPlan = (kind: string, section: string): SectionPlan =>
  own(own(PLANS, kind) ?? {}, section) ?? own(chatPlans, section) ?? genericPlan;

/** Kinds and sections may be called like anything, `constructor` included. */
const own = <Value>(values: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined;
