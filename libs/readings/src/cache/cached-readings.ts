import { Inject, Injectable } from '@nestjs/common';
import { type TwoLevelCache, type KeyPart, cacheKey } from '@app/cache';
import { type CacheConfig, cacheConfig } from '@app/config';
import { ReadingMetrics } from '@app/metrics';
import { KnowledgeStore } from '@app/knowledge';
import type { EventBatch } from '@app/streaming';
import { type Observable, of, tap } from 'rxjs';
import type { ReadingDefinition, ReadingPlan } from '../reading-definition.js';
import type { CommonInput } from '../reading-input.js';
import { InjectReadingCache } from './cache-layers.js';
import { readingsCodeVersion } from './code-version.js';
import { knowledgeVersion } from './knowledge-version.js';
import type { ReadingKeys } from './reading-keys.js';
import { type Replay, replayReading } from './replay-reading.js';
import { SimilarReadings } from './similar-readings.js';
import { ReadingRecorder, type StoredReading } from './stored-reading.js';
import { InjectSectionWriter, type SectionWriter } from '../section-writer.js';

export interface AskedReading {
  readonly definition: ReadingDefinition;
  readonly input: CommonInput;
  readonly plan: ReadingPlan;
  /** Whose reading it is; nothing is shared between tenants. */
  readonly tenant: string;
}

/** Finished readings, remembered for whoever asks the same again. */
@Injectable()
export class CachedReadings {
  constructor(
    @InjectReadingCache() private readonly cache: TwoLevelCache<StoredReading>,
    @InjectSectionWriter() private readonly writer: SectionWriter,
    @Inject(cacheConfig.KEY) private readonly config: CacheConfig,
    private readonly knowledge: KnowledgeStore,
    private readonly similar: SimilarReadings,
    private readonly metrics: ReadingMetrics,
  ) {}

  /** Undefined when nothing may be remembered or shared: the cache is off, or the plan builds on what one session has
   *  found before. */
  keysOf({ definition, input, plan, tenant }: AskedReading): ReadingKeys | undefined {
    if (!this.cache.enabled || plan.prefetched) return undefined;
    const { engine, model } = this.writer;
    const shared = {
      kind: definition.kind,
      locale: input.locale,
      persona: input.persona,
      engine,
      model,
      code: readingsCodeVersion(),
      knowledge: knowledgeVersion(this.knowledge),
      tenant,
      facts: plan.facts as KeyPart,
      entities: plan.entities as unknown as KeyPart,
      followups: plan.followups,
    };
    const key = cacheKey({ ...shared, input: input as unknown as KeyPart, question: plan.question, tags: plan.tags });
    const scope = cacheKey({ ...shared, input: withoutWords(input, plan.question) });
    return { key, scope, question: plan.question };
  }

  /** The reading as it was given before; undefined when it never was, or the knowledge cannot be told apart. */
  async find(keys: ReadingKeys, replay: Replay): Promise<Observable<EventBatch> | undefined> {
    if (!this.#usable) return undefined;
    const startedAt = performance.now();
    const stored = (await this.cache.get(keys.key))?.value ?? (await this.#similar(keys));
    this.metrics.stage('cache', performance.now() - startedAt);
    if (!stored) return undefined;
    const events = replayReading(stored, replay);
    const ms = performance.now() - replay.arrivedAt;
    this.metrics.ended(stored.started.kind, 'ok', ms, ms);
    return of(events);
  }

  /** The same events; remembers the reading when it ends well. */
  remember(keys: ReadingKeys, events: Observable<EventBatch>): Observable<EventBatch> {
    if (!this.#usable) return events;
    const recorder = new ReadingRecorder();
    return events.pipe(
      tap({ next: (batch) => recorder.observe(batch), complete: () => this.#keep(keys, recorder.stored) }),
    );
  }

  /** Notes that a client wanted a fresh reading. */
  bypassed(): void {
    this.cache.bypassed();
  }

  get #usable(): boolean {
    return this.cache.enabled && knowledgeVersion(this.knowledge) !== undefined;
  }

  async #similar(keys: ReadingKeys): Promise<StoredReading | undefined> {
    const key = this.config.similar ? await this.similar.find(keys) : undefined;
    return key === undefined ? undefined : (await this.cache.get(key))?.value;
  }

  #keep(keys: ReadingKeys, stored: StoredReading | undefined): void {
    if (!stored) return;
    this.cache.set(keys.key, stored);
    if (this.config.similar) void this.similar.add(keys);
  }
}

/** The input with the question's own words taken out, wherever they stand. */
const withoutWords = (input: CommonInput, question: string): KeyPart =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, value === question ? '' : (value as KeyPart)]),
  );
