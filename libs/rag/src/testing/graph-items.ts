import type { GraphEdge, GraphNode } from '@app/knowledge';

/** Creates a node whose title defaults to its id. */
export const node = (id: string, more: Partial<GraphNode> = {}): GraphNode => ({
  id,
  kind: 'node',
  titles: { ko: id, en: id },
  texts: { ko: `${id} 이야기.`, en: `About ${id}.` },
  aliases: { ko: [], en: [] },
  stems: [],
  tags: [],
  source: 'test',
  ...more,
});

export const edge = (source: string, target: string, type = 'evokes', weight = 1, role?: string): GraphEdge => ({
  source,
  target,
  type,
  weight,
  ...(role !== undefined && { role }),
});
