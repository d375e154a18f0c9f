import { recommendations } from './dream-recommendations.plan.js';
import { summary } from './dream-summary.plan.js';
import { symbols } from './dream-symbols.plan.js';
import type { SectionPlan } from './section-plan.js';

export const dreamPlans: Readonly<Record<string, SectionPlan>> = { summary, symbols, recommendations };
