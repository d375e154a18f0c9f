import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type KeyPart, canonicalJson } from '@app/cache';
import { StreamMetrics } from '@app/metrics';
import { AttackCounter, type Care, CareGate, type CareMatch, type CrisisAnswer, CrisisGate } from '@app/safety';
import { type ReadingDocument, ReadingHub, type StageTiming } from '@app/streaming';
import { filter, of, tap } from 'rxjs';
import { z } from 'zod';
import { IdempotencyKeys, type IdempotentRequest } from './cache/idempotency-keys.js';
import { PlanCache } from './cache/plan-cache.js';
import { ReadingCoalescer } from './cache/reading-coalescer.js';
import type { Caller } from './caller.js';
import { InputCheck, type InputWarning } from './input-check.js';
import { Interpreter } from './interpreter.js';
import { LiveReading } from './live-reading.js';
import type { ReadingDefinition } from './reading-definition.js';
import { documentSoFar } from './reading-document.js';
import { newReadingId } from './reading-id.js';
import { ReadingRegistry } from './reading-registry.js';
import type { AdaptedInput, BodyAdapter, ReadingRequest } from './reading-request.js';
import { ReadingError } from './reading.error.js';
import { safetyEvents } from './safety-events.js';
import { InjectSectionWriter, type SectionWriter } from './section-writer.js';
import { cleanTexts, userTextOf } from './user-text.js';

const anyObject = z.record(z.string(), z.unknown());

/** For bodies in the kind's own input format. */
const IDENTITY: BodyAdapter = { userText: userTextOf, toInput: (body) => ({ input: body }) };

/** No text of the request had to be screened after the adapter. */
const NOTHING_LATE: { readonly help?: undefined; readonly care: readonly CareMatch[] } = { care: [] };

/** Turns a request into a live reading; entry point of every route. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly registry: ReadingRegistry,
    private readonly interpreter: Interpreter,
    private readonly plans: PlanCache,
    private readonly coalescer: ReadingCoalescer,
    private readonly idempotency: IdempotencyKeys,
    private readonly hub: ReadingHub,
    private readonly check: InputCheck,
    private readonly gate: CrisisGate,
    private readonly care: CareGate,
    private readonly attacks: AttackCounter,
    private readonly metrics: StreamMetrics,
    @InjectSectionWriter() private readonly writer: SectionWriter,
  ) {}

  /**
   * Runs the safety gate, validation and admission, then shares, replays or starts a reading. Resolves once the reading
   * has begun, so that earlier failures can set the HTTP status. The safety gate runs before validation and limits.
   * @throws ZodError, ReadingInputError, UngroundedReadingError, ReadingError, and what `caller.admit` throws
   */
  async start(request: ReadingRequest, caller: Caller): Promise<LiveReading> {
    const definition = this.#definition(request);
    const { adapter = IDENTITY } = request;
    const body = cleanTexts(request.body);
    const userText = adapter.userText(body);
    const endSafetyStage = stageSince(request.arrivedAt);
    const { help, care: topics } = this.gate.screen(userText.texts, userText.locale);
    if (help) return this.#helpReading(help, request, caller);
    const adapted = await adapter.toInput(body);
    const given = anyObject.parse(adapted.input);
    const { texts, locale } = userTextOf(given);
    const uncheckedTexts = texts.filter((text) => !userText.texts.includes(text));
    const late = uncheckedTexts.length > 0 ? this.gate.screen(uncheckedTexts, locale) : NOTHING_LATE;
    if (late.help) return this.#helpReading(late.help, request, caller);
    const earlier = { safety: endSafetyStage() };
    this.attacks.observe(texts);
    const { input, warnings } = await this.check.parse(definition.input, given, request.isLenient);
    await caller.admit();
    const care = this.care.careFor(this.care.mostUrgent([...topics, ...late.care]), input.locale);
    const start = () => this.#start(request, { ...adapted, input }, { definition, earlier, caller, care, warnings });
    const once = idempotentRequest(request, given, caller);
    return once ? this.#startOnce(once, start, request) : start();
  }

  /**
   * Resumes a reading after event number `after`. Returns undefined when the reading has ended and the client has
   * received all events.
   * @throws ReadingError `reading.unknown`, `reading.expired`, `reading.log_unavailable`, and what `claimStream` throws
   */
  async resume(id: string, after: number, caller: Caller): Promise<LiveReading | undefined> {
    const resumption = await this.hub.resume({ id, owner: caller.tenant }, after).catch(logUnavailable);
    if (resumption.state === 'finished') return undefined;
    if (resumption.state !== 'found') throw new ReadingError(`reading.${resumption.state}`);
    caller.claimStream();
    this.metrics.resumed();
    return new LiveReading(resumption.reading, { streamOnly: true });
  }

  /**
   * A reading in its current state; `status` is `running` until it has ended.
   * @throws ReadingError `reading.unknown`, `reading.expired`, `reading.log_unavailable`
   */
  async documentSoFar(id: string, { tenant: owner }: Caller): Promise<ReadingDocument> {
    const events = await this.hub.eventsSoFar({ id, owner }).catch(logUnavailable);
    if (typeof events === 'string') throw new ReadingError(`reading.${events}`);
    // Frames in the format of a legacy front end contain no events.
    if (events[0]?.event !== 'reading') throw new ReadingError('reading.unknown');
    return documentSoFar(events);
  }

  /**
   * Stops a client's reading. Other clients that share it are not affected.
   * @throws ReadingError `reading.unknown`, `reading.log_unavailable`
   */
  async stop(id: string, caller: Caller): Promise<void> {
    const known = await this.hub.cancel({ id, owner: caller.tenant }).catch(logUnavailable);
    if (!known) throw new ReadingError('reading.unknown');
  }

  #definition({ kind, sections }: ReadingRequest): ReadingDefinition {
    const definition = this.registry.get(kind);
    if (definition && sections) return withSections(definition, sections);
    if (definition) return definition;
    const kinds = this.registry.all().map((known) => known.kind);
    throw new ReadingError('reading.unknown_kind', {
      message: `Unknown kind of reading; the kinds are ${kinds.join(', ')}.`,
    });
  }

  /** A reading that consists of help lines. */
  #helpReading(
    answer: CrisisAnswer,
    { kind, sections = ['safety'], arrivedAt, format, streamOnly }: ReadingRequest,
    { tenant }: Caller,
  ): LiveReading {
    const id = newReadingId();
    const { engine, model } = this.writer;
    const events = of(
      safetyEvents(answer, { id, kind, section: sections[0] ?? 'safety', arrivedAt, llm: { engine, model } }),
    );
    return new LiveReading(this.hub.start({ id, owner: tenant, events, format }), { streamOnly, format });
  }

  async #start(
    request: ReadingRequest,
    { input, prefetched }: AdaptedInput,
    { definition, earlier, caller, care, warnings }: Start,
  ): Promise<LiveReading> {
    const endPlanStage = stageSince(request.arrivedAt);
    const checked = input as Parameters<PlanCache['of']>[1];
    const plan = { ...this.plans.of(definition, checked), ...(prefetched && { prefetched }) };
    const stages = { ...earlier, plan: endPlanStage() };
    const planned = {
      ...request,
      id: newReadingId(),
      tenant: caller.tenant,
      definition,
      input: checked,
      plan,
      earlier: stages,
      care,
      // Other requests for the same input have no warnings, so this reading is not shared.
      ...(warnings.length > 0 && { warnings, noCache: true, noStore: true }),
    };
    return this.coalescer.share(planned, caller, (reading) => this.interpreter.interpret(reading));
  }

  /** Returns the reading of this Idempotency-Key, or starts it. */
  async #startOnce(
    key: IdempotentRequest,
    start: () => Promise<LiveReading>,
    request: ReadingRequest,
  ): Promise<LiveReading> {
    const { id, started } = await this.idempotency.claim(key, start);
    const forget = () => void this.idempotency.forget(key, id);
    if (started) {
      // Also releases the key of readings cancelled by a lost connection, so that a retry can repeat them.
      started.events
        .pipe(
          filter(({ event, data }) => event === 'done' && (data.status === 'failed' || data.status === 'cancelled')),
        )
        .subscribe(forget);
      return started;
    }
    const resumption = await this.hub.resume({ id, owner: key.tenant }, 0).catch(() => undefined);
    if (resumption?.state === 'found') {
      const { reading } = resumption;
      // An error means that the replica that runs the reading may have stopped.
      const frames = () => reading.frames().pipe(tap({ error: forget }));
      const { streamOnly, format } = request;
      return new LiveReading({ id, events: reading.events, frames }, { streamOnly, format });
    }
    await this.idempotency.forget(key, id);
    return this.#startOnce(key, start, request);
  }
}

interface Start {
  readonly definition: ReadingDefinition;
  readonly earlier: Readonly<Record<string, StageTiming>>;
  readonly caller: Caller;
  readonly care: Care | undefined;
  readonly warnings: readonly InputWarning[];
}

const withSections = (definition: ReadingDefinition, ids: readonly string[]): ReadingDefinition => ({
  ...definition,
  sections: definition.sections.filter(({ id }) => ids.includes(id)),
});

function logUnavailable(cause: unknown): never {
  throw new ReadingError('reading.log_unavailable', { cause });
}

/** Starts a stage; the returned function ends it and returns its timing. */
function stageSince(arrivedAt: number): () => StageTiming {
  const startedAt = performance.now();
  return () => ({ start: startedAt - arrivedAt, ms: performance.now() - startedAt });
}

function idempotentRequest(
  { kind, format, idempotencyKey: key }: ReadingRequest,
  given: Readonly<Record<string, unknown>>,
  { tenant }: Caller,
): IdempotentRequest | undefined {
  if (key === undefined) return undefined;
  const asked = canonicalJson({ kind, format: format?.name, given: given as KeyPart });
  return { tenant, key, fingerprint: createHash('sha256').update(asked).digest('base64url') };
}
