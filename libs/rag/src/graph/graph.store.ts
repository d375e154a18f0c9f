import type { EntityLinker } from '../entity-linker.js';
import { type GraphSource, HotReloaded, type HotReloadStatus } from '@app/knowledge';
import { AliasLinker } from './alias-linker.js';
import { assembleGraph } from './assemble-graph.js';
import { type GraphLanguage, graphLanguageStamp, readGraphLanguage } from './graph-language.js';
import type { KnowledgeGraph } from './knowledge-graph.js';

/** One version of the graph and its language data. It does not change when a newer version is loaded. */
export interface GraphSnapshot {
  readonly graph: KnowledgeGraph;
  readonly linker: EntityLinker;
  readonly relations: GraphLanguage['relations'];
}

/** Status with the number of nodes and edges. */
export type GraphStatus = HotReloadStatus & { readonly nodes?: number; readonly edges?: number };

const NO_LINKER: EntityLinker = { link: () => [], named: () => undefined };

/** Provides the latest graph that could be read from all sources, its entity linker and its relation phrases. */
export class GraphStore extends HotReloaded<GraphSnapshot> {
  /**
   * @param languageFolder the `language` folder of the built-in knowledge files, which is reloaded on changes like the
   * graph
   */
  constructor(sources: readonly GraphSource[], languageFolder: string) {
    super({
      name: 'the knowledge graph',
      command: 'npm run knowledge:graph',
      stamp: async () => {
        const stamps = [graphLanguageStamp(languageFolder), ...sources.map((source) => source.stamp())];
        return (await Promise.all(stamps)).join('\n\n');
      },
      read: () => readSnapshot(sources, languageFolder),
    });
  }

  /** Returns the linker of the current graph, or one that finds nothing when no graph is loaded. */
  linker(): EntityLinker {
    return this.content?.linker ?? NO_LINKER;
  }

  override status(): GraphStatus {
    const graph = this.content?.graph;
    return { ...super.status(), ...(graph && { nodes: graph.nodes.length, edges: graph.edges.length }) };
  }
}

async function readSnapshot(sources: readonly GraphSource[], languageFolder: string) {
  const { senses, relations } = await readGraphLanguage(languageFolder);
  const contents = await Promise.all(sources.map(async (source) => source.read()));
  const { graph, problems } = assembleGraph(contents.flatMap(({ parts }) => parts));
  const unread = contents.flatMap(({ problems: unread }) => unread);
  const linker = new AliasLinker(graph.nodes, senses, graph.edges);
  return { content: { graph, linker, relations }, problems: [...unread, ...problems] };
}
