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
  it('has every record and every line of the hexagrams for a node, each once', () => {
    expect(nodes.length).toBeGreaterThanOrEqual(1_200);
    expect(ids.size).toBe(nodes.length);
    expect(nodes.length).toBe(domainRecords.length + 64 * 6);
    for (const { id } of domainRecords) expect(ids).toContain(id);
  });

  it('has typed, weighted edges, none dangling, doubled or circling', () => {
    expect(edges.length).toBeGreaterThanOrEqual(4_000);
    expect(edges.filter(({ source, target }) => !ids.has(source) || !ids.has(target) || source === target)).toEqual([]);
    expect(new Set(edges.map(({ source, type, target }) => `${source} ${type} ${target}`)).size).toBe(edges.length);
    for (const { type, weight } of edges) {
      expect(type).toMatch(/^(evokes|opposes|generates|controls|contains|corresponds|follows)$/);
      expect(weight > 0 && weight <= 1).toBe(true);
    }
  });

  it('leaves no node alone', () => {
    const linked = new Set(edges.flatMap(({ source, target }) => [source, target]));
    expect(nodes.filter(({ id }) => !linked.has(id))).toEqual([]);
  });

  it('lets the five phases generate and control one another as every table has it', () => {
    const of = (type: string) =>
      edges
        .filter((edge) => edge.type === type && edge.source.startsWith('element:'))
        .map(({ source, target }) => `${source.slice(8)} ${target.slice(8)}`);
    expect(of('generates').toSorted()).toEqual(['earth metal', 'fire earth', 'metal water', 'water wood', 'wood fire']);
    expect(of('controls').toSorted()).toEqual(['earth water', 'fire metal', 'metal wood', 'water fire', 'wood earth']);
  });

  it('joins every hexagram with its trigrams, its lines, its complement and its neighbour', () => {
    for (const { id, number, lower, upper } of ofKind('hexagram')) {
      for (const half of [lower, upper]) expect(between(id, `trigram:${String(half)}`, 'contains')).toHaveLength(1);
      for (const line of [1, 2, 3, 4, 5, 6]) expect(between(id, `${id}.${line}`, 'contains')).toHaveLength(1);
      expect(
        edges.filter(({ source, target, role }) => role === 'complement' && [source, target].includes(id)),
      ).toHaveLength(1);
      if (Number(number) > 1) expect(between(id, `iching:${Number(number) - 1}`, 'follows')).toHaveLength(1);
    }
  });

  it('says of each symbol what its tags say', () => {
    for (const { id, tags } of ofKind('dream_symbol')) {
      for (const tag of tags) expect(edges.some(({ source, target }) => source === id && target === tag)).toBe(true);
    }
  });
});
