import type { UpstreamSettings } from '@app/config';
import { AnswerReader } from '../answers/answer-reader.js';
import type { Dialect } from '../dialect.js';
import { errorWords } from '../error-words.js';
import { encodeBody } from '../http/encode-body.js';
import { type OutgoingRequest, answerLimits } from '../http/outgoing-request.js';
import type { ChatMessage, LlmRequest } from '../llm-client.js';
import { MessageEvents } from './message-events.js';

const DEFAULT_BASE = 'https://api.anthropic.com';
const MESSAGES = '/v1/messages';
const API_VERSION = '2023-06-01';
const FIRST_TOKEN_TIMEOUT_MS = 20_000;
/** Errors about the field of prompt caching or the list that contains it, not about an overloaded system. */
const ABOUT_SYSTEM = /cache_control|^system\b|\bsystem(?:\.\d+)?:|\bsystem\b[^.]{0,40}(?:string|list|array|type)/;
const CACHE = 'cache_control';
const PARAMETER_STATUSES: ReadonlySet<number> = new Set([400, 422]);

/** The Messages API of Anthropic and of compatible servers. */
export class AnthropicDialect implements Dialect {
  readonly engine = 'anthropic';
  readonly origin: string;
  readonly firstTokenTimeoutMs = FIRST_TOKEN_TIMEOUT_MS;
  readonly adapted: Record<string, string> = {};
  readonly #path: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(
    private readonly settings: UpstreamSettings,
    private readonly onAdapted: (parameter: string, now: string) => void = () => undefined,
  ) {
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
    return {
      path: this.#path,
      headers: this.#headers,
      body: encodeBody(messages, (encoded) => ({
        model: this.settings.model,
        max_tokens: maxTokens,
        stream: true,
        ...this.#system(encoded),
        messages: encoded.filter(isTurn),
      })),
      variant: this.#variant,
      expectsUsage: true,
      ...answerLimits(maxTokens, 0),
    };
  }

  reader(onBadChunk: () => void): AnswerReader {
    return new AnswerReader(new MessageEvents(), { onBadChunk });
  }

  /**
   * Omits the field of prompt caching when it is rejected, or the list of instructions that contains it: some compatible
   * servers support only text.
   */
  adapt(variant: number, status: number, body: string): boolean {
    if (variant < this.#variant) return true;
    const { param, text } = errorWords(body);
    const isAboutSystem = ABOUT_SYSTEM.test(`${param} ${text}`);
    if (!PARAMETER_STATUSES.has(status) || CACHE in this.adapted || !isAboutSystem) return false;
    this.adapted[CACHE] = 'omitted';
    this.onAdapted(CACHE, 'omitted');
    return true;
  }

  addReasoningRoom(): boolean {
    return false;
  }

  get #variant(): number {
    return Object.keys(this.adapted).length;
  }

  /** Marks the instructions for prompt caching: they are equal for many readings and cost less when cached. */
  #system(messages: readonly ChatMessage[]): { readonly system?: unknown } {
    const text = messages
      .filter(({ role }) => role === 'system')
      .map(({ content }) => content)
      .join('\n\n');
    if (text === '') return {};
    return { system: CACHE in this.adapted ? text : [{ type: 'text', text, [CACHE]: { type: 'ephemeral' } }] };
  }
}

const isTurn = ({ role }: ChatMessage): boolean => role !== 'system';
