import { Inject, Injectable } from '@nestjs/common';
import type { EntityLinker } from '../entity-linker.js';
import { InjectNeighbourSource, type Neighbour, type NeighbourSource } from '../neighbour-source.js';
import type { Passage, RetrievalQuery, Retriever } from '../retriever.js';
import { guarded, withFallback } from '../search/guarded.js';
import { type GraphEdge, type GraphNode, PACK_COLLECTION } from '@app/knowledge';
import { connections, pathTo } from './connections.js';
import { GraphStore } from './graph.store.js';
import type { KnowledgeGraph } from './knowledge-graph.js';
import { personalisedPageRank } from './personalised-page-rank.js';
import { type RankedNode, rankNodes } from './rank-nodes.js';
import type { RelationPhrases } from './relation-phrases.js';
import { relationSentence, repeatsName } from './relation-sentence.js';
import { seedNodes } from './seed-nodes.js';

/** Maximum number of semantic neighbours added as seeds. */
const MAX_NEIGHBOURS = 5;
const PACK_SOURCE = 'knowledge pack';

/**
 * Retrieves the nodes with the highest personalised PageRank, starting from the nodes that the question mentions,
 * together with the edges between them.
 */
@Injectable()
export class GraphRetriever implements Retriever {
  static readonly kind = 'graph';
  readonly kind = GraphRetriever.kind;

  constructor(
    @Inject(GraphStore) private readonly store: Pick<GraphStore, 'current'>,
    @InjectNeighbourSource() private readonly neighbourSource: NeighbourSource,
  ) {}

  retrieve(query: RetrievalQuery, signal: AbortSignal): Promise<readonly Passage[]> {
    return guarded(signal, async () => {
      const { graph, linker, relations } = this.store.current();
      return new Walk(graph, query, relations[query.locale]).passages(linker, await this.neighbours(query, signal));
    });
  }

  /** Returns no neighbours when the vector search fails; the words and facts remain as seeds. */
  private neighbours(query: RetrievalQuery, signal: AbortSignal): Promise<readonly Neighbour[]> {
    return withFallback(() => this.neighbourSource.neighbours(query, MAX_NEIGHBOURS, signal), [], signal);
  }
}

/** Ranking of one query on the part of the graph that is visible to it. */
class Walk {
  private readonly collections: ReadonlySet<string> | undefined;
  private readonly entities: ReadonlySet<string>;

  constructor(
    private readonly graph: KnowledgeGraph,
    private readonly query: RetrievalQuery,
    private readonly phrases: RelationPhrases,
  ) {
    this.entities = new Set(query.entities.map(({ id }) => id));
    this.collections = query.collections && new Set([PACK_COLLECTION, ...query.collections]);
  }

  passages(linker: EntityLinker, neighbours: readonly Neighbour[]): readonly Passage[] {
    const visible = {
      link: (text: string) => linker.link(text).filter(({ id }) => this.isVisible(id)),
      named: (id: string) => (this.isVisible(id) ? linker.named(id) : undefined),
    };
    const seeds = seedNodes(this.query, this.graph, visible, neighbours);
    if (seeds.weights.size === 0) return [];
    const mayWalk = this.collections && ((entry: number) => this.mayWalk(entry));
    const rank = personalisedPageRank(this.graph.adjacency, seeds.weights, { mayWalk });
    const { kind, topK } = this.query;
    const ranked = rankNodes(this.graph, rank, seeds, { kind, topK, isVisible: (node) => this.isInScope(node) });
    const joined = connections(this.graph, ranked, rank, mayWalk);
    return ranked.map((item) => {
      const path = pathTo(this.graph, item.node, seeds.weights, rank, mayWalk);
      return this.passage(item, joined.get(item.node) ?? [], path);
    });
  }

  private passage({ node, score }: RankedNode, edges: readonly GraphEdge[], path: readonly number[]): Passage {
    const { id, titles, texts, source, tags } = this.nodeAt(node);
    const { locale } = this.query;
    const sentences = edges.flatMap((edge, index) => this.sentence(edge, node + index));
    return {
      id,
      title: titles[locale],
      text: [texts[locale], ...sentences].filter(Boolean).join(' '),
      source: source || PACK_SOURCE,
      score: this.entities.has(id) ? 1 : score,
      tags,
      origin: { path: path.map((step) => this.nodeAt(step).titles[locale]) },
    };
  }

  private sentence(edge: GraphEdge, turn: number): readonly string[] {
    const [source, target] = [this.graph.indexOf(edge.source) ?? 0, this.graph.indexOf(edge.target) ?? 0];
    const [from, to] = [this.nodeAt(source), this.nodeAt(target)];
    const { locale } = this.query;
    if (repeatsName(edge, from, to, locale)) return [];
    return [relationSentence(edge, from, to, locale, this.phrases, turn)];
  }

  private nodeAt(node: number): GraphNode {
    return this.graph.nodes[node]!;
  }

  private isVisible(id: string): boolean {
    const node = this.graph.indexOf(id);
    return node !== undefined && this.isInScope(this.nodeAt(node));
  }

  private mayWalk(entry: number): boolean {
    const { edges, targets } = this.graph.adjacency;
    return this.isInScope(this.graph.edges[edges[entry]!]!) && this.isInScope(this.nodeAt(targets[entry]!));
  }

  private isInScope(item: GraphNode | GraphEdge): boolean {
    return !this.collections || this.collections.has(this.graph.collection(item) ?? PACK_COLLECTION);
  }
}
