import { Inject, Injectable } from '@nestjs/common';
import { type TwoLevelCache, type KeyPart, cacheKey } from '@app/cache';
import { type CacheConfig, cacheConfig } from '@app/config';
import { ReadingMetrics } from '@app/metrics';
import { KnowledgeStore } from '@app/knowledge';
import type { EventBatch } from '@app/streaming';
import { type Observable, of, tap } from 'rxjs';
import type { CommonInput } from '../reading-input.js';
import type { PlannedReading } from '../reading-request.js';
import { InjectReadingCache } from './cache-layers.js';
import { readingsCodeVersion } from './code-version.js';
import { knowledgeVersion } from './knowledge-version.js';
import type { CacheKeys } from './cache-keys.js';
import { type Replay, replayReading } from './replay-reading.js';
import { SimilarReadings } from './similar-readings.js';
import { ReadingRecorder, type StoredReading } from './stored-reading.js';
import { InjectSectionWriter, type SectionWriter } from '../section-writer.js';

/** The parts of a planned reading that determine its cache key. */
export type CacheableRequest = Pick<PlannedReading, 'definition' | 'input' | 'plan' | 'tenant' | 'care'>;

/** Caches finished readings and replays them for equal requests. */
@Injectable()
export class ReadingCache {
  constructor(
    @InjectReadingCache() private readonly cache: TwoLevelCache<StoredReading>,
    @InjectSectionWriter() private readonly writer: SectionWriter,
    @Inject(cacheConfig.KEY) private readonly config: CacheConfig,
    private readonly knowledge: KnowledgeStore,
    private readonly similar: SimilarReadings,
    private readonly metrics: ReadingMetrics,
  ) {}

  /**
   * The cache keys of a request; undefined when its reading may not be cached, because the cache is off or the plan
   * uses the prefetched passages of one session.
   */
  keysOf({ definition, input, plan, tenant, care }: CacheableRequest): CacheKeys | undefined {
    if (!this.cache.enabled || plan.prefetched) return undefined;
    const { engine, model } = this.writer;
    const shared = {
      kind: definition.kind,
      sections: definition.sections.map(({ id }) => id),
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
      // A reading with a care topic must not answer a request without it, or the reverse.
      care: care?.topic,
    };
    const key = cacheKey({ ...shared, input: input as unknown as KeyPart, question: plan.question, tags: plan.tags });
    const scope = this.config.similar ? cacheKey({ ...shared, input: withoutQuestion(input, plan.question) }) : '';
    return { key, scope, question: plan.question };
  }

  /** The cached reading as events of a new one; undefined on a miss or while no knowledge is loaded. */
  async find(keys: CacheKeys, replay: Replay): Promise<Observable<EventBatch> | undefined> {
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

  /** Passes the events through and caches the reading when it ends `ok`. */
  remember(keys: CacheKeys, events: Observable<EventBatch>): Observable<EventBatch> {
    if (!this.#usable) return events;
    const recorder = new ReadingRecorder();
    return events.pipe(
      tap({ next: (batch) => recorder.observe(batch), complete: () => this.#store(keys, recorder.stored) }),
    );
  }

  /** Counts a request that skips the cache. */
  bypassed(): void {
    this.cache.bypassed();
  }

  get #usable(): boolean {
    return this.cache.enabled && knowledgeVersion(this.knowledge) !== undefined;
  }

  async #similar(keys: CacheKeys): Promise<StoredReading | undefined> {
    const key = this.config.similar ? await this.similar.find(keys) : undefined;
    return key === undefined ? undefined : (await this.cache.get(key))?.value;
  }

  #store(keys: CacheKeys, stored: StoredReading | undefined): void {
    if (!stored) return;
    this.cache.set(keys.key, stored);
    if (this.config.similar) void this.similar.add(keys);
  }
}

/** The input with the question's text removed from every field. */
const withoutQuestion = (input: CommonInput, question: string): KeyPart =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, value === question ? '' : (value as KeyPart)]),
  );
