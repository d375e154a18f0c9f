import { Inject } from '@nestjs/common';
import type { LlmDelta } from '@app/llm';
import type { Observable } from 'rxjs';
import type { PromptContext, SectionDefinition } from './reading-definition.js';

export interface SectionContext extends PromptContext {
  /** W3C `traceparent` header for the upstream request. */
  readonly traceparent?: string | undefined;
}

/** Writes the text of one section, with a language model or the offline composer. `ReadingsModule` chooses which. */
export interface SectionWriter {
  readonly engine: 'openai' | 'anthropic' | 'offline';
  readonly model: string;
  /**
   * Cold: writing starts on subscription, and unsubscribing aborts it. Completes after exactly one `finish`. Errors
   * with LlmError only.
   */
  write(section: SectionDefinition, context: SectionContext): Observable<LlmDelta>;
}

export const SECTION_WRITER = Symbol('readings.SECTION_WRITER');
export const InjectSectionWriter = () => Inject(SECTION_WRITER);
