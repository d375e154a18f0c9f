import { composeSection } from '@app/composer';
import type { LlmDelta } from '@app/llm';
import type { Observable } from 'rxjs';
import type { SectionDefinition } from './reading-definition.js';
import type { SectionContext, SectionWriter } from './section-writer.js';
import { streamWords } from './stream-words.js';

/** Writes sections from facts and passages without a language model. */
export class ComposerSectionWriter implements SectionWriter {
  readonly engine = 'offline' as const;
  readonly model = 'composer-1';

  /** Deterministic: the same context gives the same text. Never errors. */
  write({ compose, maxTokens }: SectionDefinition, context: SectionContext): Observable<LlmDelta> {
    return streamWords(() => composeSection(context, compose, maxTokens));
  }
}
