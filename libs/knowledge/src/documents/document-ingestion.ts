import type { RagConfig } from '@app/config';
import type { Embedder } from '@app/embedding';
import { KnowledgeBootstrap } from '../ingestion/knowledge-bootstrap.js';
import { stateDir } from '../store/state-dir.js';
import { KnowledgeWriter } from '../store/knowledge.writer.js';
import { collectionName } from './collection-name.js';
import { findFiles } from './find-files.js';
import type { IngestionOptions, IngestionRequest, IngestionSummary } from './ingestion-request.js';
import { removeGraph } from './graph-import/graph-import.js';
import { IngestionRun } from './ingestion-run.js';

/** The document or collection does not exist. */
export class UnknownDocumentError extends Error {
  readonly code = 'document.unknown';
}

/** Adds documents to the knowledge tables and removes them, atomically for readers. */
export class DocumentIngestion {
  constructor(
    private readonly config: Pick<RagConfig, 'knowledgeDir' | 'dataDir' | 'lancedbUri'>,
    private readonly embedder: Embedder,
  ) {}

  /**
   * Ingests all files below the given paths. Unchanged documents are skipped. After a crash or an error, the same
   * request resumes where the last run stopped.
   * @throws CollectionNameError, MissingPathError, KnowledgeBusyError, KnowledgeError, EmbeddingError or the abort
   * reason.
   */
  async ingest(request: IngestionRequest, options: IngestionOptions = {}): Promise<IngestionSummary> {
    const wanted = { ...request, collection: collectionName(request.collection) };
    const found = await findFiles(request.paths);
    const { collection, prune = false, lang = '' } = wanted;
    await using writer = await this.#begin(JSON.stringify(['ingest', collection, found.roots, prune, lang]));
    const { embedder } = this;
    const run = new IngestionRun({ ...options, writer, embedder, request: wanted, found });
    const summary = await run.run();
    const { passages } = summary;
    await writer.commitChanges((done, total) => options.onProgress?.({ phase: 'indexing', done, total, passages }));
    return summary;
  }

  /**
   * Removes one document, or the whole collection including its graph.
   * @returns the number of removed documents.
   * @throws UnknownDocumentError, KnowledgeBusyError, KnowledgeError
   */
  async delete(collection: string, document?: string): Promise<number> {
    const name = collectionName(collection);
    await using writer = await this.#begin(JSON.stringify(['delete', name, document]));
    const known = [...(await writer.documents('corpus', name)).keys()];
    const documents = document === undefined ? known : known.filter((one) => isSameName(one, document));
    const hadGraph = document === undefined && (await removeGraph(this.config.dataDir, name));
    if (documents.length === 0 && hadGraph) return 0;
    if (documents.length === 0) throw new UnknownDocumentError(missing(name, document));
    if (document === undefined) await writer.deleteCollection('corpus', name);
    else await writer.deleteDocuments('corpus', name, documents);
    await writer.commitChanges();
    return documents.length;
  }

  async #begin(intent: string): Promise<KnowledgeWriter> {
    const stamp = await new KnowledgeBootstrap(this.config, this.embedder).stamp();
    const { lancedbUri: uri, dataDir } = this.config;
    return KnowledgeWriter.begin({ uri, stateDir: stateDir(dataDir), stamp, intent });
  }
}

/** Whether two names differ only in their Unicode form; names of earlier versions may be decomposed. */
const isSameName = (one: string, other: string): boolean => one.normalize('NFC') === other.normalize('NFC');

const missing = (collection: string, document?: string): string =>
  document === undefined
    ? `there is no collection ${collection}`
    : `collection ${collection} has no such document; "list ${collection}" shows what it has`;
