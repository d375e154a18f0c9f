import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson, type KeyPart } from '@app/cache';
import { Lifecycle } from '@app/http';
import {
  InjectSectionWriter,
  type ReadingDefinition,
  ReadingRegistry,
  type SectionWriter,
  safetyEvents,
} from '@app/readings';
import { AttackCounter, CrisisGate, type CrisisAnswer } from '@app/safety';
import { type EventBatch, type FrameEncoder, ReadingHub, type ReadingRun, type StageTiming } from '@app/streaming';
import { of, tap } from 'rxjs';
import { z } from 'zod';
import { contextOf } from '../http/request-context.js';
import { AccessLimits } from '../auth/access-limits.js';
import { ProblemError } from '../http/problem.error.js';
import type { Client } from './client.js';
import { IdempotencyKeys, type IdempotentRequest } from './idempotency-keys.js';
import { newReadingId } from './reading-id.js';
import { SharedReadings } from './shared-readings.js';
import { StreamSlots } from './stream-slots.js';
import { cleaned, userTexts } from './user-texts.js';
import type { Locale } from '@app/text';

export interface LaunchOptions {
  readonly client: Client;
  readonly encode?: FrameEncoder | undefined;
  /** Name of the encoder's format: readings in one format can be shared. */
  readonly format?: string | undefined;
  readonly onDisconnect?: 'cancel' | 'continue' | undefined;
  /** Texts the safety gate has let pass already. */
  readonly judged?: readonly string[];
}

/** What a person has said in a request. */
export interface Said {
  readonly texts: readonly string[];
  readonly locale: Locale;
}

type Timings = Readonly<Record<string, StageTiming>>;

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
    @InjectSectionWriter() private readonly writer: SectionWriter,
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
    const given = cleaned(z.record(z.string(), z.unknown()).parse(body));
    const texts = userTexts(given);
    const { client, judged = [], ...rest } = options;
    // Before the input is found too long or misshapen: a cry for help need not be well-formed.
    const unjudged = { texts: texts.filter((text) => !judged.includes(text)), locale: localeOf(given) };
    const judgedAt = performance.now();
    const help = this.help(definition, unjudged, options);
    if (help) return help;
    const safety = { start: judgedAt - client.arrivedAt, ms: performance.now() - judgedAt };
    this.attacks.observe(texts);
    const input = definition.input.parse(given);
    await this.#withinLimits(client);
    const account = (batch: EventBatch) => this.#account(batch, client);
    const onBegin = (timings: Timings) => client.response && contextOf(client.response.req).record.began(timings);
    const asked = { definition, input, earlier: { safety }, onBegin, ...rest, ...client };
    const start = () => this.shared.start(asked, account);
    return this.#once(idempotentRequest(options, definition, given), start);
  }

  /**
   * Lets work begin that prepares a reading; it counts as one until the response has closed.
   * @throws ProblemError `server.draining`, `server.busy`, `limit.concurrent`, `limit.tokens`
   */
  async admit(client: Client): Promise<void> {
    this.#assertRoom();
    await this.#withinLimits(client);
  }

  /**
   * Help in place of a reading for a person in distress; undefined when no text speaks of it.
   * @throws ProblemError `server.draining`, `server.busy`
   */
  help(definition: ReadingDefinition, { texts, locale }: Said, options: LaunchOptions): LaunchedReading | undefined {
    this.#assertRoom();
    const answer = this.gate.check(texts, locale);
    return answer && this.#help(answer, definition, options);
  }

  #help(answer: CrisisAnswer, { kind }: ReadingDefinition, { client, encode }: LaunchOptions): LaunchedReading {
    const id = newReadingId(client.tenant);
    const { engine, model } = this.writer;
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
    const forget = () => this.keys.forget(request, id);
    if (started) {
      // Also what a reader stopped by losing the connection: the retry is why there is a key.
      void started.over.then((status) => (status === 'failed' || status === 'cancelled' ? forget() : undefined));
      return started;
    }
    const resumption = await this.hub.resume(id, 0).catch(() => undefined);
    // The replica that wrote it may have died.
    if (resumption?.state === 'found')
      return { id, frames: () => resumption.frames.pipe(tap({ error: () => void forget() })) };
    await forget();
    return this.#once(request, start);
  }

  /** What the reading cost. */
  #account(batch: EventBatch, { caller }: Client): void {
    const last = batch.at(-1);
    if (last?.event !== 'done' || !caller || !last.data.usage) return;
    const { promptTokens, completionTokens } = last.data.usage;
    void this.limits.spend(caller, promptTokens + completionTokens);
  }
}

const localeOf = (given: Readonly<Record<string, unknown>>): Locale => (given['locale'] === 'en' ? 'en' : 'ko');

function idempotentRequest(
  { client: { tenant, idempotencyKey: key }, format }: LaunchOptions,
  { kind }: ReadingDefinition,
  given: Readonly<Record<string, unknown>>,
): IdempotentRequest | undefined {
  if (key === undefined) return undefined;
  const asked = canonicalJson({ kind, format, given: given as KeyPart });
  return { tenant, key, fingerprint: createHash('sha256').update(asked).digest('base64url') };
}
