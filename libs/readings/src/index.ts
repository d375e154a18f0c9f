export { type AskedReading, CachedReadings } from './cached/cached-readings.js';
export { KeptPlans } from './cached/kept-plans.js';
export type { ReadingKeys } from './cached/reading-keys.js';
export { type AskInput, FOCUSES, type Focus } from './ask/ask.input.js';
export { askReading } from './ask/ask.reading.js';
export { type PreparedReading, PrefetchReading } from './ask/prefetch-reading.js';
export { destinyReading } from './destiny/destiny.reading.js';
export { dreamReading } from './dream/dream.reading.js';
export { linesShowing, readLines } from './iching/cast.js';
export { findHexagram } from './iching/find-hexagram.js';
export type { Hexagram } from './iching/hexagram.js';
export { ichingReading } from './iching/iching.reading.js';
export { Interpreter } from './interpreter.js';
export type { ReadingRequest } from './reading-request.js';
export type { Prefetched } from './prefetched-registry.js';
export { type RandomSource, randomSource } from './random-source.js';
export { ReadingInputError, UngroundedReadingError } from './reading.error.js';
export type {
  PlanningTools,
  PromptContext,
  ReadingDefinition,
  ReadingPlan,
  SectionDefinition,
} from './reading-definition.js';
export type { SuppliedDocument } from './supplied-documents.js';
export { sectionMessages } from './prompt/section-messages.js';
export { tarotReading } from './tarot/tarot.reading.js';
export { type CommonInput, commonInput } from './reading-input.js';
export { InjectReadingDefinitions, READING_DEFINITIONS, ReadingRegistry } from './reading-registry.js';
export { ReadingsModule } from './readings.module.js';
export { safetyEvents, safetyText, type SafetyReading } from './safety-events.js';
