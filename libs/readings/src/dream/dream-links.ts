import type { EntityLinker, NamedEntity } from '@app/rag';
import type { Locale } from '@app/text';

/** A connection of two entities of a dream in the knowledge graph. */
interface DreamLink {
  readonly from: string;
  readonly to: string;
  /** Weight of the edge, or product of the two weights of an indirect connection. */
  readonly weight: number;
  /** The idea that connects them; absent when an edge does. */
  readonly via?: { readonly id: string; readonly title: string };
}

/** Maximum number of links; more would hide the strong ones in a drawing. */
const MAX_LINKS = 12;
/** Nodes that may connect two others: ideas, but not other symbols, cards or signs. */
const IDEA = /^(?:theme|emotion|archetype|element):/u;

/**
 * Connections between the entities, strongest first: by an edge, or else by the idea with the strongest edges to both
 * that is not itself one of the entities.
 */
export function dreamLinks(ids: readonly string[], linker: EntityLinker, locale: Locale): readonly DreamLink[] {
  const entities = [...new Set(ids)].map((id) => ({ id, ...edgesOf(linker.named(id)?.related ?? NO_EDGES) }));
  const present = new Set(ids);
  const pairs = entities.flatMap((one, at) => entities.slice(at + 1).map((other) => [one, other] as const));
  return pairs
    .flatMap(([one, other]) => directLink(one, other) ?? indirectLink(one, other, present) ?? [])
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MAX_LINKS)
    .map(({ via, ...link }) => {
      const title = via && linker.named(via)?.titles[locale];
      return { ...link, ...(via && title && { via: { id: via, title } }) };
    });
}

/** The weights of a node's edges by the other end. */
interface Edges {
  readonly weights: ReadonlyMap<string, number>;
  /** The edges to ideas only. */
  readonly ideas: ReadonlyMap<string, number>;
}

interface Entity extends Edges {
  readonly id: string;
}

type FoundLink = Omit<DreamLink, 'via'> & { readonly via?: string };

type Related = NonNullable<NamedEntity['related']>;

const NO_EDGES: Related = [];
/** The edges of each node, whose list never changes: a changed graph has new lists. */
const known = new WeakMap<Related, Edges>();

/** The greatest weight for each related node, because two edges may connect the same nodes. */
function edgesOf(related: Related): Edges {
  const before = known.get(related);
  if (before) return before;
  const weights = new Map<string, number>();
  for (const { id, weight } of related) weights.set(id, Math.max(weight, weights.get(id) ?? 0));
  const edges = { weights, ideas: new Map([...weights].filter(([id]) => IDEA.test(id))) };
  known.set(related, edges);
  return edges;
}

function directLink(one: Entity, other: Entity): FoundLink | undefined {
  const weight = one.weights.get(other.id);
  return weight === undefined ? undefined : { from: one.id, to: other.id, weight };
}

function indirectLink(one: Entity, other: Entity, present: ReadonlySet<string>): FoundLink | undefined {
  let best: FoundLink | undefined;
  for (const [id, weight] of one.ideas) {
    if (present.has(id)) continue;
    const product = Math.round(weight * (other.ideas.get(id) ?? 0) * 100) / 100;
    if (product > (best?.weight ?? 0)) best = { from: one.id, to: other.id, weight: product, via: id };
  }
  return best;
}
