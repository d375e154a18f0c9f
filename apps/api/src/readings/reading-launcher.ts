import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson, type KeyPart } from '@app/cache';
import { InjectLlmClient, type LlmClient } from '@app/llm';
import { type ReadingDefinition, ReadingRegistry, safetyEvents } from '@app/readings';
import { AttackCounter, CrisisGate, type CrisisAnswer } from '@app/safety';
import { type EventBatch, type FrameEncoder, ReadingHub, type ReadingRun } from '@app/streaming';
import { of } from 'rxjs';
import { z } from 'zod';
import { AccessLimits } from '../access/access-limits.js';
import { ProblemError } from '../http/problem.error.js';
import { Lifecycle } from '../lifecycle/lifecycle.js';
import type { Client } from './client.js';
import { IdempotencyKeys, type IdempotentRequest } from './idempotency-keys.js';
import { SharedReadings } from './shared-readings.js';
import { StreamSlots } from './stream-slots.js';
import { cleaned, userTexts } from './user-texts.js';

export interface LaunchOptions {
  readonly client: Client;
  readonly encode?: FrameEncoder | undefined;
  /** Name of the encoder's format: readings in one format can be shared. */
  readonly format?: string | undefined;
  readonly onDisconnect?: 'cancel' | 'continue' | undefined;
}

/** A reading under way or remembered, to be read from its first event. */
export type LaunchedReading = Pick<ReadingRun, 'id' | 'frames'>;

/** From a request's body to a reading under way; every route that reads goes through here. */
@Injectable()
export class ReadingLauncher {
  constructor(
    private readonly registry: ReadingRegistry,
    private readonly shared: SharedReadings,
    private readonly hub: ReadingHub,
    private readonly lifecycle: Lifecycle,
    private readonly slots: StreamSlots,
    private readonly limits: AccessLimits,
    private readonly gate: CrisisGate,
    private readonly attacks: AttackCounter,
    private readonly keys: IdempotencyKeys,
    @InjectLlmClient() private readonly llm: LlmClient,
  ) {}

  /** @throws ProblemError `reading.unknown_kind` */
  definition(kind: string): ReadingDefinition {
    const definition = this.registry.get(kind);
    if (definition) return definition;
    const kinds = this.registry.all().map((known) => known.kind);
    throw new ProblemError('reading.unknown_kind', {
      detail: `There is no such kind of reading; the kinds are ${kinds.join(', ')}.`,
    });
  }

  /**
   * Safety gate, validation, then a reading that is shared, remembered or new; resolves once it has begun, so that what
   * goes wrong before that has a status.
   * @throws ZodError, ReadingInputError, UngroundedReadingError, ProblemError `server.draining`, `server.busy`,
   * `limit.concurrent`, `limit.tokens`, `idempotency.mismatch`
   */
  async launch(definition: ReadingDefinition, body: unknown, options: LaunchOptions): Promise<LaunchedReading> {
    this.#assertRoom();
    const given = cleaned(z.record(z.string(), z.unknown()).parse(body));
    const texts = userTexts(given);
    // Before the input is found too long or misshapen: a cry for help need not be well-formed.
    const answer = this.gate.check(texts, given['locale'] === 'en' ? 'en' : 'ko');
    if (answer) return this.#help(answer, definition, options);
    this.attacks.observe(texts);
    const input = definition.input.parse(given);
    const { client, ...rest } = options;
    await this.#withinLimits(client);
    const once = idempotentRequest(client, definition, given);
    const account = (batch: EventBatch) => this.#account(batch, client, once);
    return this.#once(once, () => this.shared.start({ definition, input, ...rest, ...client }, account));
  }

  /**
   * Lets work begin that prepares a reading; it counts as one until the response has closed.
   * @throws ProblemError `server.draining`, `server.busy`, `limit.concurrent`, `limit.tokens`
   */
  async admit(client: Client): Promise<void> {
    this.#assertRoom();
    await this.#withinLimits(client);
  }

  #help(answer: CrisisAnswer, { kind }: ReadingDefinition, { client, encode }: LaunchOptions): ReadingRun {
    const id = randomUUID();
    const { engine, model } = this.llm;
    const events = safetyEvents(answer, { id, kind, arrivedAt: client.arrivedAt, llm: { engine, model } });
    return this.hub.start({ id, events: of(events), ...(encode && { encode }) });
  }

  /** Before any work is done, not when a stream is to be opened. */
  #assertRoom(): void {
    this.lifecycle.assertAccepting();
    this.slots.assertFree();
  }

  async #withinLimits({ caller, response }: Client): Promise<void> {
    if (!caller) return;
    await this.limits.budget(caller);
    if (response) await this.limits.reading(caller, response);
  }

  /** With an Idempotency-Key: the reading it stands for, else the one that is started now. */
  async #once(request: IdempotentRequest | undefined, start: () => Promise<ReadingRun>): Promise<LaunchedReading> {
    if (!request) return start();
    const { id, started } = await this.keys.claim(request, start);
    if (started) return started;
    const resumption = await this.hub.resume(id, 0).catch(() => undefined);
    if (resumption?.state === 'found') return { id, frames: () => resumption.frames };
    await this.keys.forgetExpired(request, id);
    return this.#once(request, start);
  }

  /** What the reading cost, and whether a retry must start anew. */
  #account(batch: EventBatch, { caller }: Client, request?: IdempotentRequest): void {
    const last = batch.at(-1);
    if (last?.event !== 'done') return;
    const { status, usage } = last.data;
    if (caller && usage) void this.limits.spend(caller, usage.promptTokens + usage.completionTokens);
    if (request && status === 'failed') this.keys.forget(request);
  }
}

function idempotentRequest(
  { tenant, idempotencyKey: key }: Client,
  { kind }: ReadingDefinition,
  given: Readonly<Record<string, unknown>>,
): IdempotentRequest | undefined {
  if (key === undefined) return undefined;
  const asked = canonicalJson({ kind, given: given as KeyPart });
  return { tenant, key, fingerprint: createHash('sha256').update(asked).digest('base64url') };
}
