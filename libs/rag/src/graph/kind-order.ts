import type { GraphNode } from '@app/knowledge';

// Order of nodes that share a name: dream symbols first, technical terms last.
const ORDER = ['dream', 'emotion', 'theme', 'archetype', 'element', 'tarot', 'iching', 'trigram', 'saju', 'astro'];

/** Returns the part of an id before the colon: `dream`, `theme`, `astro`. */
export const prefixOf = (id: string): string => id.slice(0, Math.max(0, id.indexOf(':')));

const rank = (id: string): number => {
  const at = ORDER.indexOf(prefixOf(id));
  return at === -1 ? ORDER.length : at;
};

export const byKind = (a: Pick<GraphNode, 'id'>, b: Pick<GraphNode, 'id'>): number =>
  rank(a.id) - rank(b.id) || (a.id < b.id ? -1 : Number(a.id > b.id));
