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
  const entities = [...new Set(ids)].map((id) => ({ id, weights: weightsOf(linker.named(id)) }));
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

/** An entity with the weights of its edges by the other end. */
interface Entity {
  readonly id: string;
  readonly weights: ReadonlyMap<string, number>;
}

type FoundLink = Omit<DreamLink, 'via'> & { readonly via?: string };

/** The greatest weight for each related node, because two edges may connect the same nodes. */
function weightsOf(entity: NamedEntity | undefined): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { id, weight } of entity?.related ?? []) weights.set(id, Math.max(weight, weights.get(id) ?? 0));
  return weights;
}

function directLink(one: Entity, other: Entity): FoundLink | undefined {
  const weight = one.weights.get(other.id);
  return weight === undefined ? undefined : { from: one.id, to: other.id, weight };
}

function indirectLink(one: Entity, other: Entity, present: ReadonlySet<string>): FoundLink | undefined {
  let best: FoundLink | undefined;
  for (const [id, weight] of one.weights) {
    if (!IDEA.test(id) || present.has(id)) continue;
    const product = Math.round(weight * (other.weights.get(id) ?? 0) * 100) / 100;
    if (product > (best?.weight ?? 0)) best = { from: one.id, to: other.id, weight: product, via: id };
  }
  return best;
}
