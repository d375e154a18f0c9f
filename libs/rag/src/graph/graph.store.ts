import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import type { EntityLinker } from '../entity-linker.js';
import { RetrieverError } from '../retriever.error.js';
import { AliasLinker } from './alias-linker.js';
import { assembleGraph } from './assemble-graph.js';
import type { GraphSource } from './graph-source.js';
import type { KnowledgeGraph } from './knowledge-graph.js';

/** One version of everything. It stays as it is while a newer one is loaded. */
export interface GraphSnapshot {
  readonly graph: KnowledgeGraph;
  readonly linker: EntityLinker;
}

export type GraphStatus =
  | {
      readonly ready: true;
      readonly nodes: number;
      readonly edges: number;
      /** What was left out, or why a newer version could not be read; empty when all is well. */
      readonly problems: readonly string[];
    }
  | { readonly ready: false; readonly reason: string; readonly command: string };

export const GRAPH_COMMAND = 'npm run knowledge:graph';
/** Also the longest time a changed graph stays unseen. */
const POLL_MS = 2_000;

/** Serves the newest graph that could be read whole, and follows its files without a restart. */
export class GraphStore implements OnModuleInit, OnModuleDestroy {
  #snapshot: GraphSnapshot | undefined;
  #stamp = '';
  #problems: readonly string[] = [];
  #failure = 'the knowledge graph is not loaded yet';
  #poll: NodeJS.Timeout | undefined;
  #refreshing: Promise<void> | undefined;

  constructor(private readonly sources: readonly GraphSource[]) {}

  /** Loads what there is and follows changes. Never rejects: a failure is a status. */
  async open(): Promise<void> {
    await this.refresh();
    this.#poll ??= setInterval(() => void this.refresh(), POLL_MS).unref();
  }

  close(): void {
    clearInterval(this.#poll);
    this.#poll = undefined;
  }

  onModuleInit(): Promise<void> {
    return this.open();
  }

  onModuleDestroy(): void {
    this.close();
  }

  /** @throws RetrieverError `retriever.unavailable` until a graph could be read. */
  current(): GraphSnapshot {
    if (this.#snapshot) return this.#snapshot;
    throw new RetrieverError('retriever.unavailable', this.#failure);
  }

  /** The linker of the current graph; one that links nothing until there is a graph. */
  linker(): EntityLinker {
    return this.#snapshot?.linker ?? NOTHING;
  }

  status(): GraphStatus {
    if (!this.#snapshot) return { ready: false, reason: this.#failure, command: GRAPH_COMMAND };
    const { nodes, edges } = this.#snapshot.graph;
    return { ready: true, nodes: nodes.length, edges: edges.length, problems: this.#problems };
  }

  /** Reads the graph anew if its files have changed. Calls made meanwhile share the one under way. */
  refresh(): Promise<void> {
    return (this.#refreshing ??= this.#refresh().finally(() => (this.#refreshing = undefined)));
  }

  async #refresh(): Promise<void> {
    try {
      const stamp = (await Promise.all(this.sources.map(async (source) => source.stamp()))).join('\n\n');
      if (stamp === this.#stamp) return;
      await this.#load();
      this.#stamp = stamp;
    } catch (error) {
      this.#fail(error);
    }
  }

  async #load(): Promise<void> {
    const contents = await Promise.all(this.sources.map(async (source) => source.read()));
    const { graph, problems } = assembleGraph(contents.flatMap(({ parts }) => parts));
    this.#snapshot = { graph, linker: new AliasLinker(graph.nodes) };
    this.#problems = [...contents.flatMap(({ problems: unread }) => unread), ...problems];
  }

  /** A graph that is loaded goes on being served: what is on the disk may be half written. */
  #fail(error: unknown): void {
    this.#failure = `the knowledge graph cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    this.#problems = [this.#failure];
    this.#stamp = '';
  }
}

const NOTHING: EntityLinker = { link: () => [] };
