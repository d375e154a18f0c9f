import type { LlmClient, LlmDelta } from '@app/llm';
import type { Observable } from 'rxjs';
import type { SectionDefinition } from './reading-definition.js';
import type { SectionContext, SectionWriter } from './section-writer.js';

/** Writes sections with the language model. */
export class ModelSectionWriter implements SectionWriter {
  readonly engine: LlmClient['engine'];
  readonly model: string;

  constructor(private readonly client: LlmClient) {
    this.engine = client.engine;
    this.model = client.model;
  }

  write({ prompt, maxTokens }: SectionDefinition, context: SectionContext): Observable<LlmDelta> {
    return this.client.stream({ messages: prompt(context), maxTokens, traceparent: context.traceparent });
  }
}
