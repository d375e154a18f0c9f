import { Injectable } from '@nestjs/common';
import { MetricsRegistry } from './metrics-registry.js';

@Injectable()
export class KnowledgeMetrics {
  readonly #rows;
  readonly #built;
  readonly #documents;

  constructor(private readonly registry: MetricsRegistry) {
    this.#rows = registry.gauge('retrieval_knowledge_rows', 'Rows of a knowledge table.', ['table']);
    this.#built = registry.gauge('retrieval_knowledge_built_timestamp_seconds', 'When the tables were last changed.');
    this.#documents = registry.counter('retrieval_ingested_documents_total', 'Documents taken in, by how it went.', [
      'outcome',
    ]);
  }

  rows(table: string, rows: number): void {
    if (this.registry.enabled) this.#rows.set({ table }, rows);
  }

  built(at: Date): void {
    if (this.registry.enabled) this.#built.set(at.getTime() / 1_000);
  }

  /** @param outcome `added`, `replaced`, `unchanged`, `removed` or `refused`. */
  document(outcome: string, count = 1): void {
    if (this.registry.enabled) this.#documents.inc({ outcome }, count);
  }
}
