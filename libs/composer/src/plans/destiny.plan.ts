import { advice } from './destiny-advice.plan.js';
import { character } from './destiny-character.plan.js';
import { now } from './destiny-now.plan.js';
import type { SectionPlan } from './section-plan.js';

export const destinyPlans: Readonly<Record<string, SectionPlan>> = { character, now, advice };
