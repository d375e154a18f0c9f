import { join } from 'node:path';
import { FolderGraphSource } from '../../dist/libs/knowledge/src/index.js';
import { GraphStore } from '../../dist/libs/rag/src/index.js';
import { planDream } from '../../dist/libs/readings/src/dream/plan-dream.js';
import { readLanguages } from '../../dist/libs/readings/src/dream/scene/language.js';
import { SceneReader } from '../../dist/libs/readings/src/dream/scene/scene-reader.js';

async function openTools(knowledgeDir) {
  const store = new GraphStore([new FolderGraphSource(join(knowledgeDir, 'graph'))], join(knowledgeDir, 'language'));
  await store.open();
  const tools = { linker: store.linker(), scenes: new SceneReader(readLanguages(knowledgeDir)) };
  return { tools, close: () => store.close() };
}

/** Creates a reader that processes labelled dreams as the server does. */
export async function createDreamReader(knowledgeDir) {
  const { tools, close } = await openTools(knowledgeDir);
  close();
  return ({ dream, locale }) => {
    const { symbols, emotions } = planDream({ dream, locale }, tools).facts;
    return { symbols: symbols.map(({ id }) => id), emotions: emotions.map(({ id }) => id) };
  };
}

/** Opens a reader that returns the whole scene of a labelled dream. */
export async function openSceneReader(knowledgeDir) {
  const { tools, close } = await openTools(knowledgeDir);
  return { read: ({ dream }) => tools.scenes.read(dream, tools.linker), close };
}
