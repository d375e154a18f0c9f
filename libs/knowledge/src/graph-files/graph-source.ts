import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileStamps } from '../file-stamps.js';
import { PACK_COLLECTION } from '../store/knowledge-row.js';
import type { GraphPart } from './graph-record.js';
import { parseEdges, parseNodes } from './parse-graph-lines.js';

/** Provides one or more graphs. */
export interface GraphSource {
  /**
   * Returns a value that changes whenever the result of `read` changes, without reading file contents. Rejects in the
   * same cases as `read`.
   */
  stamp(): Promise<string>;
  /**
   * Reads the graphs, or only their nodes. Rejects with JsonLineError or a system error when a required graph cannot be
   * read.
   */
  read(wanted?: 'all' | 'nodes'): Promise<GraphContent>;
}

export interface GraphContent {
  readonly parts: readonly GraphPart[];
  /** One sentence for each optional graph that could not be read. */
  readonly problems: readonly string[];
}

export const NODES_FILE = 'nodes.jsonl';
export const EDGES_FILE = 'edges.jsonl';

/** Folder to which `ingest --graph` writes a collection's graph as `nodes.jsonl` and `edges.jsonl`. */
export const ownGraphsFolder = (dataDir: string): string => join(dataDir, 'graphs');

/** A graph in one folder, such as that of the built-in knowledge files. */
export class FolderGraphSource implements GraphSource {
  constructor(
    private readonly folder: string,
    private readonly collection = PACK_COLLECTION,
  ) {}

  stamp(): Promise<string> {
    return fileStamps([NODES_FILE, EDGES_FILE].map((name) => join(this.folder, name)));
  }

  async read(wanted: 'all' | 'nodes' = 'all'): Promise<GraphContent> {
    const label = (name: string) => join(basename(this.folder), name);
    const text = (name: string) => readFile(join(this.folder, name), 'utf8');
    const nodes = parseNodes(await text(NODES_FILE), label(NODES_FILE));
    const edges = wanted === 'all' ? parseEdges(await text(EDGES_FILE), label(EDGES_FILE)) : [];
    return { parts: [{ collection: this.collection, nodes, edges }], problems: [] };
  }
}

/**
 * The graphs of all ingested collections, each in its own folder. They may be added and removed while the server runs;
 * a graph that cannot be read is skipped and reported.
 */
export class OwnGraphsSource implements GraphSource {
  constructor(private readonly folder: string) {}

  async stamp(): Promise<string> {
    const stamps = (await this.collections()).map(async ({ name, source }) => {
      return `${name}: ${await source.stamp().catch(() => 'unreadable')}`;
    });
    return (await Promise.all(stamps)).join('\n');
  }

  async read(wanted?: 'all' | 'nodes'): Promise<GraphContent> {
    const contents = await Promise.all((await this.collections()).map((collection) => readable(collection, wanted)));
    return { parts: contents.flatMap(({ parts }) => parts), problems: contents.flatMap(({ problems }) => problems) };
  }

  private async collections(): Promise<readonly Collection[]> {
    const entries = await readdir(this.folder, { withFileTypes: true }).catch(noEntries);
    const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
    return names.sort().map((name) => ({ name, source: new FolderGraphSource(join(this.folder, name), name) }));
  }
}

interface Collection {
  readonly name: string;
  readonly source: GraphSource;
}

async function readable({ name, source }: Collection, wanted?: 'all' | 'nodes'): Promise<GraphContent> {
  try {
    return await source.read(wanted);
  } catch (error) {
    return { parts: [], problems: [`${name}: ${error instanceof Error ? error.message : String(error)}`] };
  }
}

function noEntries(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
