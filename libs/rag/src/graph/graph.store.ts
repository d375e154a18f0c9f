import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import type { EntityLinker } from '../entity-linker.js';
import { HotReloaded, type HotReloadStatus } from '@app/knowledge';
import { AliasLinker } from './alias-linker.js';
import { assembleGraph } from './assemble-graph.js';
import type { GraphSource } from '@app/knowledge';
import { type GraphLanguage, graphLanguageStamp, readGraphLanguage } from './graph-language.js';
import type { KnowledgeGraph } from './knowledge-graph.js';

/** One version of everything. It stays as it is while a newer one is loaded. */
export interface GraphSnapshot {
  readonly graph: KnowledgeGraph;
  readonly linker: EntityLinker;
  readonly relations: GraphLanguage['relations'];
}

/** With how much there is of it. */
export type GraphStatus = HotReloadStatus & { readonly nodes?: number; readonly edges?: number };

export const GRAPH_COMMAND = 'npm run knowledge:graph';
const NOTHING: EntityLinker = { link: () => [], named: () => undefined };

/** The newest graph of all sources that could be read, the linker of its names and the phrases of its relations. */
export class GraphStore implements OnModuleInit, OnModuleDestroy {
  readonly #content: HotReloaded<GraphSnapshot>;

  /** @param languageFolder the pack's `language` folder, followed like the graph */
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

  /** Loads the graph and follows its files. Never rejects: a failure is a status. */
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

  /** @throws KnowledgeUnavailableError until a graph could be read. */
  current(): GraphSnapshot {
    return this.#content.current();
  }

  /** The linker of the current graph; one that links nothing until there is a graph. */
  linker(): EntityLinker {
    return this.#content.content?.linker ?? NOTHING;
  }

  status(): GraphStatus {
    const graph = this.#content.content?.graph;
    return { ...this.#content.status(), ...(graph && { nodes: graph.nodes.length, edges: graph.edges.length }) };
  }

  /** Reads the graph anew if its files have changed. */
  refresh(): Promise<void> {
    return this.#content.refresh();
  }
}

async function readSnapshot(sources: readonly GraphSource[], languageFolder: string) {
  const { senses, relations } = await readGraphLanguage(languageFolder);
  const contents = await Promise.all(sources.map(async (source) => source.read()));
  const { graph, problems } = assembleGraph(contents.flatMap(({ parts }) => parts));
  const unread = contents.flatMap(({ problems: unread }) => unread);
  const linker = new AliasLinker(graph.nodes, senses);
  return { content: { graph, linker, relations }, problems: [...unread, ...problems] };
}
