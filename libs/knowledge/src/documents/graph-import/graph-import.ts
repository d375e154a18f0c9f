import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { RagConfig } from '@app/config';
import { EDGES_FILE, NODES_FILE, ownGraphsFolder } from '../../graph-files/graph-source.js';
import { parseNodes } from '../../graph-files/parse-graph-lines.js';
import { replaceFile } from '../../replace-file.js';
import { stateDir } from '../../store/state-dir.js';
import { WriterLock } from '../../store/writer-lock.js';
import { collectionName } from '../collection-name.js';
import { findFiles } from '../find-files.js';
import { readBounded } from '../read-bounded.js';
import { type CheckedGraph, checkGraph } from './check-graph.js';
import { type GraphTable, readGraphTable } from './graph-table.js';

export interface GraphImportSummary {
  readonly nodes: number;
  readonly edges: number;
  /** One sentence for everything that was not imported. */
  readonly problems: readonly string[];
}

/**
 * Replaces the collection's graph with the given nodes and edges. Edges may refer to nodes of the graph in the built-in
 * knowledge files. Running servers load the graph within seconds. If no node or edge is valid, the existing graph is
 * kept.
 * @throws CollectionNameError, MissingPathError, DocumentRefusedError, KnowledgeBusyError
 */
export async function importGraph(
  config: Pick<RagConfig, 'knowledgeDir' | 'dataDir'>,
  collection: string,
  files: { readonly nodes: string; readonly edges: string },
): Promise<GraphImportSummary> {
  const name = collectionName(collection);
  const [nodes, edges] = [await readTable(files.nodes), await readTable(files.edges)];
  const lock = await WriterLock.acquire(stateDir(config.dataDir));
  try {
    const checked = checkGraph(nodes, edges, await idsElsewhere(config, name));
    if (checked.nodes.length + checked.edges.length > 0)
      await write(join(ownGraphsFolder(config.dataDir), name), checked);
    return { nodes: checked.nodes.length, edges: checked.edges.length, problems: checked.problems };
  } finally {
    await lock.release();
  }
}

async function readTable(path: string): Promise<GraphTable> {
  const { files } = await findFiles([path]);
  const [file] = files;
  if (!file || files.length > 1) throw new Error(`${basename(path)} must be one file`);
  return readGraphTable(file.path, await readBounded(file));
}

/** Returns the node ids of the built-in graph and of all other collections' graphs. */
async function idsElsewhere(
  { knowledgeDir, dataDir }: Pick<RagConfig, 'knowledgeDir' | 'dataDir'>,
  collection: string,
): Promise<ReadonlySet<string>> {
  const own = ownGraphsFolder(dataDir);
  const others = (await readdir(own).catch(() => [])).filter((name) => name !== collection && !name.startsWith('.'));
  const folders = [join(knowledgeDir, 'graph'), ...others.map((name) => join(own, name))];
  const ids = await Promise.all(folders.map(idsOf));
  return new Set(ids.flat());
}

/** An unreadable graph of another collection must not fail this import, so its ids are ignored. */
async function idsOf(folder: string): Promise<readonly string[]> {
  try {
    return parseNodes(await readFile(join(folder, NODES_FILE), 'utf8'), NODES_FILE).map(({ id }) => id);
  } catch {
    return [];
  }
}

/**
 * Each file is replaced atomically, but the two are not replaced together. A server that reads new nodes with old edges
 * detects the change at its next poll, within 2 s.
 */
async function write(folder: string, { nodes, edges }: CheckedGraph): Promise<void> {
  await mkdir(folder, { recursive: true });
  await replaceFile(join(folder, NODES_FILE), linesOf(nodes));
  await replaceFile(join(folder, EDGES_FILE), linesOf(edges));
}

const linesOf = (items: readonly string[]): string => items.map((item) => `${item}\n`).join('');

/** @returns whether the collection had a graph. */
export async function removeGraph(dataDir: string, collection: string): Promise<boolean> {
  const folder = join(ownGraphsFolder(dataDir), collectionName(collection));
  const existed = (await readdir(folder).catch(() => undefined)) !== undefined;
  await rm(folder, { recursive: true, force: true });
  return existed;
}
