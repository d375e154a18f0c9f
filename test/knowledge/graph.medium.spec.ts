import { describe, expect, it } from '@jest/globals';
import { domainRecords, ofKind, readEdges, readPack } from './knowledge-pack.js';

const nodes = readPack('graph/nodes.jsonl');
const edges = readEdges();
const ids = new Set(nodes.map(({ id }) => id));
const between = (source: string, target: string, type: string) =>
  edges.filter(
    (edge) => edge.type === type && [edge.source, edge.target].toSorted().join() === [source, target].toSorted().join(),
  );

describe('the graph of the knowledge pack', () => {
  it('has exactly one node for every record and hexagram line', () => {
    expect(nodes.length).toBeGreaterThanOrEqual(1_200);
    expect(ids.size).toBe(nodes.length);
    expect(nodes.length).toBe(domainRecords.length + 64 * 6);
    for (const { id } of domainRecords) expect(ids).toContain(id);
  });

  it('has typed, weighted edges without dangling, duplicate or self edges', () => {
    expect(edges.length).toBeGreaterThanOrEqual(4_000);
    expect(edges.filter(({ source, target }) => !ids.has(source) || !ids.has(target) || source === target)).toEqual([]);
    expect(new Set(edges.map(({ source, type, target }) => `${source} ${type} ${target}`)).size).toBe(edges.length);
    for (const { type, weight } of edges) {
      expect(type).toMatch(/^(evokes|opposes|generates|controls|contains|corresponds|follows)$/);
      expect(weight > 0 && weight <= 1).toBe(true);
    }
  });

  it('has no isolated node', () => {
    const linked = new Set(edges.flatMap(({ source, target }) => [source, target]));
    expect(nodes.filter(({ id }) => !linked.has(id))).toEqual([]);
  });

  it('has the standard generation and control cycles of the five phases', () => {
    const of = (type: string) =>
      edges
        .filter((edge) => edge.type === type && edge.source.startsWith('element:'))
        .map(({ source, target }) => `${source.slice(8)} ${target.slice(8)}`);
    expect(of('generates').toSorted()).toEqual(['earth metal', 'fire earth', 'metal water', 'water wood', 'wood fire']);
    expect(of('controls').toSorted()).toEqual(['earth water', 'fire metal', 'metal wood', 'water fire', 'wood earth']);
  });

  it('connects every hexagram with its trigrams, lines, complement and successor', () => {
    for (const { id, number, lower, upper } of ofKind('hexagram')) {
      for (const half of [lower, upper]) expect(between(id, `trigram:${String(half)}`, 'contains')).toHaveLength(1);
      for (const line of [1, 2, 3, 4, 5, 6]) expect(between(id, `${id}.${line}`, 'contains')).toHaveLength(1);
      expect(
        edges.filter(({ source, target, role }) => role === 'complement' && [source, target].includes(id)),
      ).toHaveLength(1);
      if (Number(number) > 1) expect(between(id, `iching:${Number(number) - 1}`, 'follows')).toHaveLength(1);
    }
  });

  it('has an edge for every tag of a symbol', () => {
    for (const { id, tags } of ofKind('dream_symbol')) {
      for (const tag of tags) expect(edges.some(({ source, target }) => source === id && target === tag)).toBe(true);
    }
  });
});
