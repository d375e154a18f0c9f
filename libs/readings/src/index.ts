export { dreamReading } from './dream/dream.reading.js';
export { Interpreter, type ReadingRequest } from './interpreter.js';
export { ReadingInputError, UngroundedReadingError } from './reading.error.js';
export type {
  PlanningTools,
  PromptContext,
  ReadingDefinition,
  ReadingPlan,
  SectionDefinition,
} from './reading-definition.js';
export { type CommonInput, commonInput } from './reading-input.js';
export { InjectReadingDefinitions, READING_DEFINITIONS, ReadingRegistry } from './reading-registry.js';
export { ReadingsModule } from './readings.module.js';
export { safetyEvents, safetyText, type SafetyReading } from './safety-events.js';
