import type { UpstreamSettings } from '@app/config';
import { AnswerReader } from '../answers/answer-reader.js';
import type { Dialect } from '../dialect.js';
import { encodeBody } from '../http/encode-body.js';
import { type OutgoingRequest, answerLimits } from '../http/outgoing-request.js';
import type { LlmRequest } from '../llm-client.js';
import { CompletionChunks } from './completion-chunks.js';
import { type Endpoint, resolveEndpoint } from './endpoint.js';
import { KNOWN_OPENAI_HOST, type ModelProfile, modelProfile } from './model-profiles.js';
import { RequestParameters } from './request-parameters.js';

export type OnAdapted = (parameter: string, now: string) => void;

/** Statuses of a rejected request that may name a parameter. Some servers and gateways use 424 or 5xx for that, too. */
const PARAMETER_STATUSES: ReadonlySet<number> = new Set([400, 422]);
/** Statuses that are about neither parameters nor the path. */
const OTHER_STATUSES: ReadonlySet<number> = new Set([401, 403, 408, 409, 413, 429]);
const PATH_STATUSES: ReadonlySet<number> = new Set([404, 405]);

/** The Chat Completions API of OpenAI and of compatible servers. */
export class OpenAiDialect implements Dialect {
  readonly engine = 'openai';
  readonly #profile: ModelProfile;
  readonly #parameters: RequestParameters;
  #path: string;
  /** Whether answers begin with untagged reasoning: set by the profile, or by an answer with only a closing tag. */
  #startsHidden: boolean;
  /** Whether answers that begin like reasoning are hidden; false after one was hidden wrongly. */
  #suspectsOpening: boolean;

  private constructor(
    private readonly settings: UpstreamSettings,
    private readonly endpoint: Endpoint,
    onAdapted: OnAdapted,
  ) {
    const host = new URL(endpoint.origin).hostname;
    this.#profile = modelProfile(host, settings.model);
    this.#parameters = new RequestParameters(settings, this.#profile, onAdapted);
    this.#path = endpoint.path;
    this.#startsHidden = this.#profile.startsHidden;
    this.#suspectsOpening = !KNOWN_OPENAI_HOST.test(host);
  }

  static async create(settings: UpstreamSettings, onAdapted: OnAdapted): Promise<OpenAiDialect> {
    return new OpenAiDialect(settings, await resolveEndpoint(settings), onAdapted);
  }

  get origin(): string {
    return this.endpoint.origin;
  }

  get firstTokenTimeoutMs(): number {
    return this.#profile.firstTokenTimeoutMs;
  }

  get adapted(): Readonly<Record<string, string>> {
    return this.#parameters.adapted;
  }

  request({ messages, maxTokens }: LlmRequest): OutgoingRequest {
    const parameters = this.#parameters;
    return {
      path: this.#path,
      headers: this.endpoint.headers,
      body: encodeBody(messages, (encoded) => ({
        model: this.settings.model,
        ...(parameters.streams && { stream: true }),
        ...parameters.fields(maxTokens),
        messages: parameters.messages(encoded),
      })),
      variant: parameters.variant,
      expectsUsage: parameters.asksForUsage,
      ...answerLimits(maxTokens, parameters.reasoningRoom),
    };
  }

  reader(onBadChunk: () => void): AnswerReader {
    return new AnswerReader(new CompletionChunks(), {
      startsHidden: this.#startsHidden,
      suspectsOpening: this.#suspectsOpening,
      onLoneClose: this.#noteStartsHidden,
      onNoReasoning: this.#noteNoReasoning,
      onBadChunk,
    });
  }

  adapt(variant: number, status: number, body: string): boolean {
    if (variant < this.#parameters.variant) return true;
    if (OTHER_STATUSES.has(status)) return false;
    if (this.#parameters.adapt(variant, body, PARAMETER_STATUSES.has(status))) return true;
    return PATH_STATUSES.has(status) && this.#changePath(body);
  }

  addReasoningRoom(variant: number): boolean {
    return this.#parameters.addReasoningRoom(variant);
  }

  /** Tries the other path once; a body that mentions the model reports an unknown model, not a wrong path. */
  #changePath(body: string): boolean {
    const { otherPath } = this.endpoint;
    if (otherPath === undefined || 'path' in this.adapted || /model/i.test(body)) return false;
    this.#path = otherPath;
    this.#parameters.note('path', otherPath);
    return true;
  }

  readonly #noteStartsHidden = (): void => {
    if (this.#startsHidden) return;
    this.#startsHidden = true;
    this.#parameters.note('reasoning', 'hidden from the start');
  };

  readonly #noteNoReasoning = (): void => {
    this.#startsHidden = 'reasoning' in this.adapted;
    this.#suspectsOpening = false;
  };
}
