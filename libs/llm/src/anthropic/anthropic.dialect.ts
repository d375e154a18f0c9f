import type { UpstreamSettings } from '@app/config';
import { AnswerReader } from '../answers/answer-reader.js';
import type { Dialect } from '../dialect.js';
import { type OutgoingRequest, answerLimits } from '../http/outgoing-request.js';
import type { ChatMessage, LlmRequest } from '../llm-client.js';
import { MessageEvents } from './message-events.js';

const DEFAULT_BASE = 'https://api.anthropic.com';
const MESSAGES = '/v1/messages';
const API_VERSION = '2023-06-01';
const FIRST_TOKEN_TIMEOUT_MS = 20_000;

/** The Messages API of Anthropic and of the servers that follow it. */
export class AnthropicDialect implements Dialect {
  readonly engine = 'anthropic';
  readonly origin: string;
  readonly firstTokenTimeoutMs = FIRST_TOKEN_TIMEOUT_MS;
  /** Its requests hold nothing but what the API requires. */
  readonly adapted = {};
  readonly #path: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(private readonly settings: UpstreamSettings) {
    const { origin, pathname, search } = new URL(settings.baseUrl ?? DEFAULT_BASE);
    this.origin = origin;
    this.#path = `${pathname.replace(/\/+$/, '').replace(/\/v1(?:\/messages)?$/, '')}${MESSAGES}${search}`;
    this.#headers = {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      'anthropic-version': API_VERSION,
      ...(settings.apiKey !== undefined && { 'x-api-key': settings.apiKey }),
    };
  }

  request({ messages, maxTokens }: LlmRequest): OutgoingRequest {
    const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
    const body = {
      model: this.settings.model,
      max_tokens: maxTokens,
      stream: true,
      ...(system.length > 0 && { system: system.join('\n\n') }),
      messages: messages.filter(isTurn),
    };
    return {
      path: this.#path,
      headers: this.#headers,
      body: JSON.stringify(body),
      variant: 0,
      expectsUsage: true,
      ...answerLimits(maxTokens, 0),
    };
  }

  reader(onBadChunk: () => void): AnswerReader {
    return new AnswerReader(new MessageEvents(), { onBadChunk });
  }

  adapt(): boolean {
    return false;
  }

  addReasoningRoom(): boolean {
    return false;
  }
}

const isTurn = ({ role }: ChatMessage): boolean => role !== 'system';
