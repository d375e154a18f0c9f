import type { Facts, Source } from '../../server/reading-events.js';
import { list, text } from '../shapes.js';

/** A symbol, emotion or theme that the dream names. */
export interface SceneNode {
  readonly id: string;
  readonly title: string;
  readonly group: 'symbol' | 'emotion' | 'theme';
  /** Radius in units of the drawing. */
  readonly radius: number;
}

export interface SceneLink {
  readonly from: string;
  readonly to: string;
  /** Weight from 0 to 1. */
  readonly weight: number;
}

const MAX_NODES = 12;
const GROUPS = [
  ['symbols', 'symbol', 34],
  ['emotions', 'emotion', 25],
  ['themes', 'theme', 25],
] as const;
/** Relative increase of the radius at weight 1. */
const GROWTH = 0.4;

/** Nodes for affirmed symbols, emotions and themes; a higher retrieval score gives a larger radius. */
export function sceneNodes(facts: Facts, sources: ReadonlyMap<number, Source>): readonly SceneNode[] {
  const scores = new Map([...sources.values()].map(({ id, score }) => [id, score]));
  return GROUPS.flatMap(([name, group, radius]) =>
    list(facts[name])
      .filter(({ polarity = 'affirmed', frame = 'dreamt' }) => polarity === 'affirmed' && frame === 'dreamt')
      .filter(({ id, title }) => text(id) !== '' && text(title) !== '')
      .map(({ id, title }) => {
        const weight = Math.min(1, scores.get(text(id)) ?? 0);
        return { id: text(id), title: text(title), group, radius: radius * (1 + weight * GROWTH) };
      }),
  ).slice(0, MAX_NODES);
}

/** The links in the facts whose two ends are drawn. */
export function sceneLinks(facts: Facts, nodes: readonly SceneNode[]): readonly SceneLink[] {
  const isDrawn = (id: string) => nodes.some((node) => node.id === id);
  return list(facts['links'])
    .map(({ from, to, weight }) => ({
      from: text(from),
      to: text(to),
      weight: typeof weight === 'number' ? Math.max(0, Math.min(1, weight)) : 0.5,
    }))
    .filter(({ from, to }) => isDrawn(from) && isDrawn(to));
}
