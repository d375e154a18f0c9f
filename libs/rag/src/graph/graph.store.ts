import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
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

export const GRAPH_COMMAND = 'npm run knowledge:graph';
const NOTHING: EntityLinker = { link: () => [], named: () => undefined };

/** Provides the latest graph that could be read from all sources, its entity linker and its relation phrases. */
export class GraphStore implements OnModuleInit, OnModuleDestroy {
  readonly #content: HotReloaded<GraphSnapshot>;

  /**
   * @param languageFolder the `language` folder of the built-in knowledge files, which is reloaded on changes like the
   * graph
   */
  constructor(sources: readonly GraphSource[], languageFolder: string) {
    this.#content = new HotReloaded({
      name: 'the knowledge graph',
      command: GRAPH_COMMAND,
      stamp: async () => {
        const stamps = [graphLanguageStamp(languageFolder), ...sources.map((source) => source.stamp())];
        return (await Promise.all(stamps)).join('\n\n');
      },
      read: () => readSnapshot(sources, languageFolder),
    });
  }

  /** Loads the graph and reloads it when files change. Never rejects; `status()` reports failures. */
  open(): Promise<void> {
    return this.#content.open();
  }

  close(): void {
    this.#content.close();
  }

  onModuleInit(): Promise<void> {
    return this.open();
  }

  onModuleDestroy(): void {
    this.close();
  }

  /** @throws KnowledgeUnavailableError until a graph has been read. */
  current(): GraphSnapshot {
    return this.#content.current();
  }

  /** Returns the linker of the current graph, or one that finds nothing when no graph is loaded. */
  linker(): EntityLinker {
    return this.#content.content?.linker ?? NOTHING;
  }

  status(): GraphStatus {
    const graph = this.#content.content?.graph;
    return { ...this.#content.status(), ...(graph && { nodes: graph.nodes.length, edges: graph.edges.length }) };
  }

  /** Reloads the graph if its files have changed. */
  refresh(): Promise<void> {
    return this.#content.refresh();
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
