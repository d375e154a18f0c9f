export { composeSection } from './compose-section.js';
export { isDenied } from './facts/denied-feelings.js';
export type { Evidence, SectionBrief } from './section-brief.js';
