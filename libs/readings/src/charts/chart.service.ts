import { Injectable } from '@nestjs/common';
import { type KeyPart, cacheKey } from '@app/cache';
import { type EntityLinker, InjectEntityLinker } from '@app/rag';
import { LRUCache } from 'lru-cache';
import { parseInput } from '../parse-input.js';
import { ReadingError } from '../reading.error.js';
import type { ChartDefinition } from './chart-definition.js';
import { chartDefinitions } from './chart-definitions.js';

/** Facts with a year of transits take about 60 KB. */
const MAX_CHARTS = 200;

type Facts = Readonly<Record<string, unknown>>;

/** Computes charts and caches recent ones. */
@Injectable()
export class ChartService {
  readonly #recent = new LRUCache<string, Facts>({ max: MAX_CHARTS });

  constructor(@InjectEntityLinker() private readonly linker: EntityLinker) {}

  /**
   * Validates the input. The returned function computes the facts, or returns cached ones.
   * @throws ReadingError, ZodError, ReadingInputError
   */
  prepare(kind: string, body: unknown): () => Facts {
    const definition = this.definition(kind);
    const input = parseInput(definition.input, body);
    return () => this.#recall(definition, input);
  }

  #recall(definition: ChartDefinition, input: unknown): Facts {
    const { kind, ttlMs } = definition;
    const key = cacheKey({ kind, input: input as KeyPart });
    const known = ttlMs ? this.#recent.get(key) : undefined;
    if (known) return known;
    const facts = definition.compute(input, { nowMs: Date.now(), linker: this.linker });
    if (ttlMs) this.#recent.set(key, facts, { ttl: ttlMs });
    return facts;
  }

  /** @throws ReadingError for an unknown kind */
  definition(kind: string): ChartDefinition {
    const definition = chartDefinitions.find((each) => each.kind === kind);
    if (definition) return definition;
    const kinds = chartDefinitions.map((each) => each.kind).join(', ');
    throw new ReadingError('reading.unknown_kind', { message: `Unknown kind of chart; the kinds are ${kinds}.` });
  }
}
