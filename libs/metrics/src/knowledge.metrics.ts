import { Injectable } from '@nestjs/common';
import { label } from './label-sets.js';
import { MetricsRegistry } from './metrics-registry.js';

@Injectable()
export class KnowledgeMetrics {
  readonly #rows;
  readonly #version;
  readonly #built;
  readonly #ready;
  readonly #ingestions;
  #servedVersion: number | undefined;
  #builtAtMs: number | undefined;

  constructor(private readonly registry: MetricsRegistry) {
    this.#rows = registry.gauge('retrieval_knowledge_rows', 'Rows of a knowledge table.', ['table']);
    this.#version = registry.gauge('retrieval_knowledge_version', 'Version of the knowledge tables being served.');
    this.#built = registry.gauge('retrieval_knowledge_built_timestamp_seconds', 'When the tables were last changed.');
    this.#ready = registry.gauge('retrieval_knowledge_ready', '1 while the knowledge tables can be used, else 0.');
    registry.gauge('retrieval_knowledge_age_seconds', 'Time since the tables were last changed.', [], (gauge) => {
      if (this.#builtAtMs !== undefined) gauge.set((Date.now() - this.#builtAtMs) / 1_000);
    });
    this.#ingestions = registry.counter(
      'retrieval_ingestions_total',
      'Ingestions and rebuilds whose tables were changed over to while serving.',
    );
  }

  rows(table: string, rows: number): void {
    if (this.registry.enabled) this.#rows.set({ table: label('knowledgeTable', table) }, rows);
  }

  /** Sets the version of the tables being served. A change counts as one ingestion, usually by another process. */
  version(revision: number): void {
    if (!this.registry.enabled) return;
    if (this.#servedVersion !== undefined && this.#servedVersion !== revision) this.#ingestions.inc();
    this.#servedVersion = revision;
    this.#version.set(revision);
  }

  built(at: Date): void {
    if (!this.registry.enabled) return;
    this.#builtAtMs = at.getTime();
    this.#built.set(this.#builtAtMs / 1_000);
  }

  ready(usable: boolean): void {
    if (this.registry.enabled) this.#ready.set(usable ? 1 : 0);
  }
}
