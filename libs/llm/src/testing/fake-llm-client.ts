import { type Observable, throwError } from 'rxjs';
import type { LlmClient, LlmDelta, LlmRequest } from '../llm-client.js';

/** Answers every request with the stream that the test has set; without one, the request fails. */
export class FakeLlmClient implements LlmClient {
  readonly engine = 'openai' as const;
  readonly model = 'fake';
  readonly upstreams = [];
  readonly requests: LlmRequest[] = [];

  constructor(private readonly answer?: (request: LlmRequest) => Observable<LlmDelta>) {}

  stream(request: LlmRequest): Observable<LlmDelta> {
    this.requests.push(request);
    return this.answer?.(request) ?? throwError(() => new Error('FakeLlmClient: no answer set'));
  }
}
