import type { Dialect } from './dialect.js';
import type { CallObserver } from './http/call-observer.js';
import type { OutgoingRequest } from './http/outgoing-request.js';
import type { LlmRequest } from './llm-client.js';

/**
 * Builds the requests of one attempt and adapts the dialect to their rejections. A class, because it lives as long as
 * the stream: closures next to the prompt would keep the prompt in memory until the end.
 */
export class AdaptingObserver implements CallObserver {
  #variant = 0;

  constructor(
    private readonly dialect: Dialect,
    readonly sent: () => void,
    readonly accepted: () => void,
  ) {}

  request(prompt: LlmRequest): OutgoingRequest {
    const request = this.dialect.request(prompt);
    this.#variant = request.variant;
    return request;
  }

  rejected(status: number, body: string): boolean {
    return this.dialect.adapt(this.#variant, status, body);
  }

  outOfTokens(): boolean {
    return this.dialect.addReasoningRoom(this.#variant);
  }
}
