import type { Facts, Source } from '../../server/reading-events.js';
import { list, record, text } from '../shapes.js';
import { iconOf } from './icons.js';

/** A symbol, emotion or theme that the dream names, or an idea that connects two of them. */
export interface SceneNode {
  readonly id: string;
  readonly title: string;
  readonly group: 'symbol' | 'emotion' | 'theme' | 'idea';
  /** Radius in units of the drawing. */
  readonly radius: number;
}

export interface SceneLink {
  readonly from: string;
  readonly to: string;
  /** Weight from 0 to 1. */
  readonly weight: number;
}

export interface SceneGraph {
  readonly nodes: readonly SceneNode[];
  readonly links: readonly SceneLink[];
}

/** Maximum number of drawn nodes of each list; the lists below the picture are complete. */
const MAX_NODES = { symbols: 5, emotions: 2, themes: 1 };
/** Maximum number of connecting ideas; more would hide what was dreamt. */
const MAX_IDEAS = 2;
/** Number of nodes from which on they are drawn smaller, so that space remains between them. */
const MANY_NODES = 5;
const GROUPS = [
  ['symbols', 'symbol', 34],
  ['emotions', 'emotion', 28],
  ['themes', 'theme', 28],
] as const;
const IDEA_RADIUS = 8;
/** Relative increase of the radius at weight 1. */
const GROWTH = 0.3;

/** Whether an entity is part of the dream; denied ones and those of waking life are not. */
export const isPresent = ({ polarity = 'affirmed', frame = 'dreamt' }: Facts): boolean =>
  polarity === 'affirmed' && frame === 'dreamt';

/** The drawn nodes and links: what is present, larger with a higher retrieval score, and the ideas between them. */
export function sceneGraph(facts: Facts, sources: ReadonlyMap<number, Source>): SceneGraph {
  const all = presentNodes(facts, sources);
  const symbolOf = sameAsSymbol(all, list(facts['links']));
  const present = all.filter(({ id }) => !symbolOf.has(id));
  const drawnId = (value: unknown) => symbolOf.get(text(value)) ?? text(value);
  const isPresentId = (id: string) => present.some((node) => node.id === id);
  const found = list(facts['links'])
    .map(({ from, to, weight, via }) => ({
      from: drawnId(from),
      to: drawnId(to),
      weight: typeof weight === 'number' ? Math.max(0, Math.min(1, weight)) : 0.5,
      via: { id: text(record(via)['id']), title: text(record(via)['title']) },
    }))
    .filter(({ from, to }) => from !== to && isPresentId(from) && isPresentId(to));
  const titles = new Map(found.filter(({ via }) => via.id !== '').map(({ via }) => [via.id, via.title]));
  const ideas = [...titles].slice(0, MAX_IDEAS).map(([id, title]): SceneNode => {
    return { id, title, group: 'idea', radius: IDEA_RADIUS };
  });
  const links = found.flatMap(({ via, from, to, weight }): readonly SceneLink[] => {
    if (via.id === '') return [{ from, to, weight }];
    const isDrawn = ideas.some(({ id }) => id === via.id);
    return isDrawn ? [from, to].map((end) => ({ from: end, to: via.id, weight })) : [];
  });
  return { nodes: [...present, ...ideas], links: withoutRepeats(links) };
}

/** Symbols by the theme that means the same: it has the same icon and the graph links them, as with being chased. */
function sameAsSymbol(nodes: readonly SceneNode[], links: readonly Facts[]): ReadonlyMap<string, string> {
  const isLinked = (one: string, other: string) =>
    links.some(
      ({ from, to, via }) => !via && [`${one} ${other}`, `${other} ${one}`].includes(`${text(from)} ${text(to)}`),
    );
  const symbols = nodes.filter(({ group }) => group === 'symbol');
  return new Map(
    nodes
      .filter(({ id, group }) => group === 'theme' && iconOf(id) !== undefined)
      .flatMap(({ id }) =>
        symbols.filter((one) => iconOf(one.id) === iconOf(id) && isLinked(one.id, id)).map((one) => [id, one.id]),
      ),
  );
}

function presentNodes(facts: Facts, sources: ReadonlyMap<number, Source>): readonly SceneNode[] {
  const scores = new Map([...sources.values()].map(({ id, score }) => [id, score]));
  const nodes = GROUPS.flatMap(([name, group, radius]) =>
    list(facts[name])
      .filter(isPresent)
      .filter(({ id, title }) => text(id) !== '' && text(title) !== '')
      .slice(0, MAX_NODES[name])
      .map(({ id, title }) => {
        const weight = Math.min(1, scores.get(text(id)) ?? 0);
        return { id: text(id), title: text(title), group, radius: radius * (1 + weight * GROWTH) };
      }),
  );
  const scale = Math.min(1, Math.sqrt(MANY_NODES / nodes.length));
  return nodes.map((node) => ({ ...node, radius: node.radius * scale }));
}

/** Keeps the first of equal links, which is the strongest. */
const withoutRepeats = (links: readonly SceneLink[]): readonly SceneLink[] =>
  links.filter(({ from, to }, at) => links.findIndex((link) => link.from === from && link.to === to) === at);
