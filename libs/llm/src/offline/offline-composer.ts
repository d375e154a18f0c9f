import type { Observable } from 'rxjs';
import type { LlmClient, LlmDelta, SectionPrompt } from '../llm-client.js';
import { composeSection } from './compose-section.js';
import { streamWords } from './stream-words.js';

/** Writes sections from their sources without any model: what needs no key, no network and no waiting. */
export class OfflineComposer implements LlmClient {
  readonly engine = 'offline' as const;
  readonly model = 'composer-1';

  /** The same brief always gives the same text. Never errors, whatever the facts and sources hold. */
  stream({ brief, maxTokens }: SectionPrompt): Observable<LlmDelta> {
    return streamWords(() => composeSection(brief, maxTokens));
  }
}
