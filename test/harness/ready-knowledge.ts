import { KnowledgeStore } from '@app/knowledge';
import { RetrieverError } from '@app/rag';
import type { Override } from './start-server.js';

/** Collections of ingested documents that requests may name. */
const COLLECTIONS = ['mine'];

/** Knowledge that reports ready, for tests with fake retrievers; `change` increments its revision. */
export class ReadyKnowledge {
  #revision = 1;

  get override(): Override {
    const current = () => ({
      collections: async () => new Set(COLLECTIONS),
      table: () => {
        throw new RetrieverError('retriever.unavailable', 'unexpected retrieval');
      },
    });
    const status = () => ({
      ready: true,
      revision: this.#revision,
      committedAt: '2026-11-22T00:00:00.000Z',
      rows: { domain: 1, corpus: 1 },
    });
    return { token: KnowledgeStore, value: { status, current, open: async () => {}, refresh: async () => {} } };
  }

  change(): void {
    this.#revision++;
  }
}
