export { AttackCounter } from './attack-counter.js';
export { CARE_TOPICS } from './care-data.js';
export { type Care, CareGate } from './care-gate.js';
export type { CareMatch } from './care-matcher.js';
export { carefulPassages } from './careful-passages.js';
export { cleanInput } from './clean-input.js';
export { type CrisisAnswer, CrisisGate } from './crisis-gate.js';
export { SafetyModule } from './safety.module.js';
