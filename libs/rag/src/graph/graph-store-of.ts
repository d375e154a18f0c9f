import { join } from 'node:path';
import type { RagConfig } from '@app/config';
import { FolderGraphSource, type GraphSource, OwnGraphsSource, ownGraphsFolder } from '@app/knowledge';
import type { EntityLinker } from '../entity-linker.js';
import { AliasLinker } from './alias-linker.js';
import { assembleGraph } from './assemble-graph.js';
import { readGraphLanguage } from './graph-language.js';
import { GraphStore } from './graph.store.js';

type Folders = Pick<RagConfig, 'knowledgeDir' | 'dataDir'>;

const sources = ({ knowledgeDir, dataDir }: Folders): readonly GraphSource[] => [
  new FolderGraphSource(join(knowledgeDir, 'graph')),
  new OwnGraphsSource(ownGraphsFolder(dataDir)),
];
const languageFolder = ({ knowledgeDir }: Folders): string => join(knowledgeDir, 'language');

/** A store of the built-in graph and the operator's own graphs. */
export const graphStoreOf = (folders: Folders): GraphStore => new GraphStore(sources(folders), languageFolder(folders));

/**
 * Reads the nodes once and returns their linker, whose entities have no `related` nodes. Half of the time for a graph is
 * spent on its edges. Rejects when the built-in graph cannot be read.
 */
export async function readLinker(folders: Folders): Promise<EntityLinker> {
  const { senses } = await readGraphLanguage(languageFolder(folders));
  const contents = await Promise.all(sources(folders).map((source) => source.read('nodes')));
  const { graph } = assembleGraph(contents.flatMap(({ parts }) => parts));
  return new AliasLinker(graph.nodes, senses);
}
