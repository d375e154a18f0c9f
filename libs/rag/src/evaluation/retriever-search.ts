import { queryVector } from '../query-vector.js';
import { searchLanguage } from '../search/search-language.js';
import type { EvaluateOptions } from './evaluate-options.js';
import { type EvaluatedSearch, RUN_DEPTH, type RunLine } from './evaluated-search.js';
import { type EvaluationQuery, EvaluationSetError } from './evaluation-set.js';

/**
 * Evaluates a retriever on the existing knowledge tables. Queries are like those of a reading, but without facts and
 * entities.
 */
export class RetrieverSearch implements EvaluatedSearch {
  constructor(private readonly options: EvaluateOptions) {}

  async search({ id, text, kind }: EvaluationQuery, signal: AbortSignal): Promise<readonly RunLine[]> {
    const { retriever, mode, embedder, linker } = this.options;
    if (!retriever)
      throw new EvaluationSetError('corpus.jsonl is missing, and there are no knowledge tables to search');
    const vector =
      mode === 'lexical' ? () => Promise.resolve(undefined) : queryVector(embedder, text, { linker, signal });
    const locale = searchLanguage(text, 'en');
    // With an empty text, the search uses only the vector.
    const words = mode === 'vector' ? '' : text;
    const query = { text: words, locale, kind, facts: [], entities: [], topK: RUN_DEPTH, vector };
    const passages = await retriever.retrieve(query, signal);
    return passages.map((passage) => ({ query: id, document: passage.id, score: passage.score }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // The caller owns the tables.
  }
}
