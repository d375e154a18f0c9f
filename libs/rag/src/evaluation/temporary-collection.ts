import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Embedder } from '@app/embedding';
import { analyze, ANALYZER_VERSION, dominantScript } from '@app/text';
import {
  type KnowledgeStamp,
  KnowledgeWriter,
  openKnowledge,
  type RowDraft,
  type TableReader,
  writeDrafts,
} from '@app/knowledge';
import { queryVector } from '../query-vector.js';
import { rerankTop } from '../rerank/rerank-top.js';
import { keepOrder } from '../rerank/reranker.js';
import { hybridSearch } from '../search/hybrid-search.js';
import type { EvaluateOptions } from './evaluate-options.js';
import { type EvaluatedSearch, RUN_DEPTH, type RunLine } from './evaluated-search.js';
import type { EvaluationDocument, EvaluationQuery } from './evaluation-set.js';

/** Knowledge tables in a temporary folder. Disposing removes them. */
export class TemporaryCollection implements EvaluatedSearch {
  private constructor(
    private readonly home: string,
    private readonly reader: TableReader,
    private readonly options: EvaluateOptions,
  ) {}

  static async build(documents: readonly EvaluationDocument[], options: EvaluateOptions): Promise<TemporaryCollection> {
    const home = await mkdtemp(join(tmpdir(), 'evaluation-'));
    try {
      return new TemporaryCollection(home, await buildTables(documents, home, options), options);
    } catch (error) {
      await rm(home, { recursive: true, force: true });
      throw error;
    }
  }

  async search({ id, text }: EvaluationQuery, signal: AbortSignal): Promise<readonly RunLine[]> {
    const vector = queryVector(embedderFor(this.options), text, { linker: this.options.linker, signal })();
    const terms = this.options.mode === 'vector' ? [] : analyze(text);
    const hits = await hybridSearch(this.reader, { terms, vector, depth: RUN_DEPTH });
    const ranked = await rerankTop(this.options.reranker ?? keepOrder, text, hits, signal);
    return ranked.slice(0, RUN_DEPTH).map(({ row, score }) => ({ query: id, document: row.id, score }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.home, { recursive: true, force: true });
  }
}

async function buildTables(
  documents: readonly EvaluationDocument[],
  home: string,
  { signal = new AbortController().signal, onProgress, ...options }: EvaluateOptions,
): Promise<TableReader> {
  const embedder = embedderFor(options);
  const { model, dimensions } = embedder;
  const stamp: KnowledgeStamp = { model, dimensions, analyzer: ANALYZER_VERSION, pack: 'evaluation' };
  const uri = join(home, 'lancedb');
  await using writer = await KnowledgeWriter.begin({ uri, stateDir: home, stamp, intent: 'evaluate', rebuild: true });
  let done = 0;
  const onWritten = (rows: number) => onProgress?.((done += rows), documents.length);
  await writeDrafts(writer, 'corpus', documents.map(draft), { embedder, signal, onWritten });
  await writer.commit();
  const store = await openKnowledge({ uri, expected: () => Promise.resolve(stamp) });
  store.close();
  return store.current().table('corpus');
}

const embedderFor = ({ mode, embedder }: EvaluateOptions): Embedder =>
  mode === 'lexical' ? withoutScripts(embedder) : embedder;

/** An embedder that supports no script, so that lexical mode computes no vectors. */
const withoutScripts = ({ model, dimensions }: Embedder): Embedder => ({
  model,
  dimensions,
  scripts: new Set(),
  embed: () => Promise.reject(new Error('nothing is embedded in lexical mode')),
});

const draft = ({ id, title, text }: EvaluationDocument): RowDraft => ({
  id,
  collection: 'evaluation',
  document: id,
  hash: '',
  domain: '',
  lang: dominantScript(text) === 'hangul' ? 'ko' : 'en',
  title,
  text,
  source: '',
  tags: [],
  facets: {},
});
