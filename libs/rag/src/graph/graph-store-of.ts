import { join } from 'node:path';
import type { RagConfig } from '@app/config';
import { FolderGraphSource, OwnGraphsSource, ownGraphsFolder } from '@app/knowledge';
import type { EntityLinker } from '../entity-linker.js';
import { GraphStore } from './graph.store.js';

type Folders = Pick<RagConfig, 'knowledgeDir' | 'dataDir'>;

/** A store of the built-in graph and the operator's own graphs. */
export const graphStoreOf = ({ knowledgeDir, dataDir }: Folders): GraphStore =>
  new GraphStore(
    [new FolderGraphSource(join(knowledgeDir, 'graph')), new OwnGraphsSource(ownGraphsFolder(dataDir))],
    join(knowledgeDir, 'language'),
  );

/** Reads the graph once and returns its linker. */
export async function readLinker(folders: Folders): Promise<EntityLinker> {
  const store = graphStoreOf(folders);
  await store.refresh();
  return store.linker();
}
