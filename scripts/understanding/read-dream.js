import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseNodes } from '../../dist/libs/knowledge/src/index.js';
import { AliasLinker } from '../../dist/libs/rag/src/graph/alias-linker.js';
import { planDream } from '../../dist/libs/readings/src/dream/plan-dream.js';

/** Reads labelled dreams as the server does. */
export function createDreamReader(knowledgeDir) {
  const nodes = parseNodes(readFileSync(join(knowledgeDir, 'graph', 'nodes.jsonl'), 'utf8'), 'nodes.jsonl');
  const linker = new AliasLinker(nodes);
  return ({ dream, locale }) => {
    const { symbols, emotions } = planDream({ dream, locale }, { linker }).facts;
    return { symbols: affirmed(symbols), emotions: affirmed(emotions) };
  };
}

const affirmed = (found) => found.map(({ id }) => id);
