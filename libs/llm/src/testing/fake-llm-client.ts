import { type Observable, throwError } from 'rxjs';
import type { LlmClient, LlmDelta, SectionPrompt } from '../llm-client.js';

/** Answers each section with what the test set for it; an unset section is an error of the test. */
export class FakeLlmClient implements LlmClient {
  readonly engine = 'openai' as const;
  readonly model = 'fake';
  readonly prompts: SectionPrompt[] = [];

  constructor(private readonly answers: Readonly<Record<string, () => Observable<LlmDelta>>> = {}) {}

  stream(prompt: SectionPrompt): Observable<LlmDelta> {
    this.prompts.push(prompt);
    const answer = this.answers[prompt.brief.section];
    return answer?.() ?? throwError(() => new Error(`FakeLlmClient: no answer set for ${prompt.brief.section}`));
  }
}
