export { AttackCounter } from './attack-counter.js';
export type { AttackFamily } from './attack-phrases.js';
export { cleanInput } from './clean-input.js';
export { type CrisisAnswer, CrisisGate, type SafetyLocale } from './crisis-gate.js';
export type { HelpLine } from './help-lines.js';
export { SafetyDataError } from './safety-data.error.js';
export { SafetyModule } from './safety.module.js';
