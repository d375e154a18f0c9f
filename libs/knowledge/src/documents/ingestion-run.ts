import { basename } from 'node:path/posix';
import type { Embedder } from '@app/embedding';
import { finishRows } from '../ingestion/finish-rows.js';
import type { KnowledgeWriter } from '../store/knowledge.writer.js';
import type { LoadedDocument, LoadedFile } from './document.js';
import { DocumentBatch } from './document-batch.js';
import { DocumentRefusedError } from './document-refused.error.js';
import type { FoundFile, FoundFiles } from './find-files.js';
import type { DocumentOutcome, IngestionOptions, IngestionRequest, IngestionSummary } from './ingestion-request.js';
import { lossOf } from './letters.js';
import { extensionOf, hasRecords, unsupportedType } from './loaders/file-kinds.js';
import { LOADING_LIMITS, LoadingThread } from './loading-thread.js';
import { UNNAMED, documentName, draftsOfDocument, fileHash, recordHash } from './prepared-document.js';
import { readBounded } from './read-bounded.js';

export interface IngestionRunOptions extends IngestionOptions {
  readonly writer: KnowledgeWriter;
  readonly embedder: Embedder;
  readonly request: IngestionRequest;
  readonly found: FoundFiles;
}

const NEVER = new AbortController().signal;

/** Processes the found files once and writes to the staged tables. The caller commits. */
export class IngestionRun {
  readonly #counts = { added: 0, replaced: 0, unchanged: 0, removed: 0, refused: 0 };
  /** Documents seen in this pass; only documents that are not in this set can be pruned. */
  readonly #seen = new Set<string>();
  /** Rejected files, whose rows from an earlier pass are kept. */
  readonly #keptBelow: string[] = [];
  #known: ReadonlyMap<string, string> = new Map();
  /** Names from earlier versions that are not in NFC, by their composed form. */
  #decomposed: ReadonlyMap<string, string> = new Map();
  #batch = new DocumentBatch();
  #doneBytes = 0;
  #passages = 0;
  readonly #thread: LoadingThread;
  readonly #totalBytes: number;

  constructor(private readonly options: IngestionRunOptions) {
    this.#totalBytes = options.found.files.reduce((sum, { bytes }) => sum + bytes, 0);
    const { timeMs = LOADING_LIMITS.timeMs } = options;
    this.#thread = new LoadingThread({ ...LOADING_LIMITS, timeMs });
  }

  async run(): Promise<IngestionSummary> {
    const { writer, request, found } = this.options;
    await using _thread = this.#thread;
    this.#known = await writer.documents('corpus', request.collection);
    this.#decomposed = new Map(decomposedNames(this.#known));
    for (const { document, reason } of found.refused) this.#refuse(document, reason);
    for (const file of found.files) await this.#file(file);
    await this.#write();
    await this.#remove(this.#outdated());
    return { ...this.#counts, hidden: found.hidden, passages: this.#passages };
  }

  async #file(file: FoundFile): Promise<void> {
    this.#signal.throwIfAborted();
    try {
      await this.#take(file);
    } catch (error) {
      if (!(error instanceof DocumentRefusedError)) throw error;
      this.#refuse(file.document, error.message);
      this.#doneBytes += file.bytes;
    }
  }

  async #take(file: FoundFile): Promise<void> {
    const extension = extensionOf(file.path);
    if (!extension) throw new DocumentRefusedError(unsupportedType(file.path));
    const bytes = await readBounded(file);
    if (hasRecords(extension)) return this.#records(file, bytes);
    const hash = fileHash(bytes, file, this.options.request);
    if (this.#isKnown(file.document, hash)) return this.#unchanged(file.bytes);
    const { documents } = await this.#load(file, bytes);
    for (const document of documents) await this.#document(file, document, hash, file.bytes);
  }

  async #load({ document, source }: FoundFile, bytes: Uint8Array): Promise<LoadedFile> {
    const loaded = await this.#thread.load({ name: basename(source), bytes }, this.#signal);
    const loss = lossOf(loaded);
    for (const reason of [...(loaded.notes ?? []), ...(loss ? [loss] : [])])
      this.options.onWarning?.({ document, reason });
    return loaded;
  }

  async #records(file: FoundFile, bytes: Uint8Array): Promise<void> {
    const { documents, refused } = await this.#load(file, bytes);
    const share = file.bytes / Math.max(1, documents.length);
    for (const line of refused) this.#refuseRecord(file, line);
    if (documents.length === 0) this.#doneBytes += file.bytes;
    for (const document of documents) {
      const hash = recordHash(document, file, this.options.request);
      if (this.#isKnown(documentName(file, document), hash)) this.#unchanged(share);
      else await this.#document(file, document, hash, share);
    }
    // A changed record without an id gets a new name, so its old rows must be removed here. Records with an id are
    // replaced or pruned.
    const outdated = [...this.#known.keys()].filter((name) => name.startsWith(`${file.document}${UNNAMED}`));
    if (refused.length === 0) await this.#remove(outdated.filter((name) => !this.#seen.has(name)));
  }

  async #document(file: FoundFile, document: LoadedDocument, hash: string, bytes: number): Promise<void> {
    const name = documentName(file, document);
    const drafts = draftsOfDocument(document, file, hash, this.options.request);
    if (drafts.length === 0) return this.#empty(name);
    this.#seen.add(name);
    this.#count(this.#known.has(name) ? 'replaced' : 'added');
    const decomposed = this.#decomposed.get(name);
    if (decomposed !== undefined) await this.#remove([decomposed]);
    this.#batch.add(drafts, bytes);
    if (this.#batch.isFull) await this.#write();
  }

  /** Removes the old rows of a document that no longer contains text. */
  async #empty(name: string): Promise<void> {
    if (this.#known.has(name)) await this.#remove([name]);
    throw new DocumentRefusedError('contains no text');
  }

  async #write(): Promise<void> {
    const { writer, embedder, request } = this.options;
    const { drafts, bytes } = this.#batch;
    this.#batch = new DocumentBatch();
    if (drafts.length === 0) return;
    const rows = await finishRows(drafts, embedder, this.#signal, (count) => {
      this.#passages += count;
      this.#doneBytes += (bytes * count) / drafts.length;
      this.#reportProgress();
    });
    await writer.replaceDocuments('corpus', request.collection, rows);
  }

  #isKnown(name: string, hash: string): boolean {
    this.#seen.add(name);
    return this.#known.get(name) === hash;
  }

  #unchanged(bytes: number): void {
    this.#count('unchanged');
    this.#doneBytes += bytes;
    this.#reportProgress();
  }

  /** Returns the documents that were ingested from the given paths and no longer exist. */
  #outdated(): readonly string[] {
    const { request, found } = this.options;
    if (!request.prune) return [];
    const isGiven = (name: string) => found.roots.some((root) => belongsTo(name, root));
    const isKept = (name: string) => this.#keptBelow.some((path) => belongsTo(name, path));
    return [...this.#known.keys()].filter((name) => !this.#seen.has(name) && isGiven(name) && !isKept(name));
  }

  async #remove(names: readonly string[]): Promise<void> {
    const { writer, request } = this.options;
    await writer.deleteDocuments('corpus', request.collection, names);
    for (const name of names) {
      this.#seen.add(name);
      this.#count('removed');
    }
  }

  #refuse(document: string, reason: string): void {
    this.#keptBelow.push(document);
    this.#count('refused');
    this.options.onRefused?.({ document, reason });
  }

  #refuseRecord(file: FoundFile, line: string): void {
    this.#count('refused');
    this.options.onRefused?.({ document: file.document, reason: line });
  }

  #count(outcome: DocumentOutcome): void {
    this.#counts[outcome]++;
  }

  #reportProgress(): void {
    const done = Math.min(this.#totalBytes, Math.round(this.#doneBytes));
    this.options.onProgress?.({ phase: 'embedding', done, total: this.#totalBytes, passages: this.#passages });
  }

  get #signal(): AbortSignal {
    return this.options.signal ?? NEVER;
  }
}

const decomposedNames = (known: ReadonlyMap<string, string>): ReadonlyArray<readonly [string, string]> =>
  [...known.keys()].map((name) => [name.normalize('NFC'), name] as const).filter(([nfc, name]) => nfc !== name);

/** Whether a document name is equal to or below a given path. `.` is the working directory. */
const belongsTo = (name: string, root: string): boolean =>
  name === root ||
  name.startsWith(`${root}#`) ||
  name.startsWith(root.endsWith('/') ? root : `${root}/`) ||
  (root === '.' && !name.startsWith('/'));
