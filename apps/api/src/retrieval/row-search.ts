import { Injectable } from '@nestjs/common';
import { type Embedder, InjectEmbedder } from '@app/embedding';
import { Lifecycle } from '@app/http';
import { KnowledgeStore } from '@app/knowledge';
import { type EntityLinker, InjectEntityLinker, type RankedRow, queryVector, searchRows } from '@app/rag';
import { type Caller, HelpService } from '@app/readings';
import { ProblemError } from '../http/problem.error.js';
import { searchInput } from './search-input.js';

/** Rows found for a query, best first. */
export interface FoundRows {
  readonly ms: number;
  readonly rows: readonly RankedRow[];
}

/** Searches the knowledge tables for operators. */
@Injectable()
export class RowSearch {
  constructor(
    private readonly lifecycle: Lifecycle,
    private readonly store: KnowledgeStore,
    private readonly help: HelpService,
    @InjectEmbedder() private readonly embedder: Embedder,
    @InjectEntityLinker() private readonly linker: EntityLinker,
  ) {}

  /**
   * Returns help lines instead of rows if the query needs them. Without an embedder, searches by words only.
   * @throws ZodError, ProblemError `retrieval.failed`, HttpProblem `server.draining`, and what `claimStream` throws
   */
  async search(body: unknown, caller: Caller, signal: AbortSignal): Promise<FoundRows> {
    const help = this.help.answer(body);
    if (help) return { ...help, ms: 0, rows: [] };
    const { query, collection, limit } = searchInput.parse(body);
    this.lifecycle.assertAccepting();
    caller.claimStream();
    if (!this.store.status().ready) throw new ProblemError('retrieval.failed', { headers: { 'Retry-After': '2' } });
    const startedAt = performance.now();
    const text = query.normalize('NFC');
    const vector = queryVector(this.embedder, text, { linker: this.linker, signal });
    const rows = await searchRows(this.store.current(), {
      text,
      vector: () => vector().catch(() => undefined),
      collection: collection?.normalize('NFC'),
      limit,
    });
    return { ms: performance.now() - startedAt, rows };
  }
}
