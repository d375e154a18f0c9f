import { describe, expect, it } from '@jest/globals';
import { assembleGraph } from './assemble-graph.js';
import { edge, node } from '../testing/graph-items.js';

describe('KnowledgeGraph', () => {
  const { graph } = assembleGraph([
    {
      collection: 'pack',
      nodes: [node('a'), node('b'), node('c')],
      edges: [edge('a', 'b', 'evokes', 0.5), edge('c', 'a', 'follows')],
    },
  ]);

  it('returns neighbours in both directions', () => {
    const { offsets, targets, weights, edges } = graph.adjacency;
    expect([...offsets]).toEqual([0, 2, 3, 4]);
    expect([...targets]).toEqual([1, 2, 0, 0]);
    expect([...weights]).toEqual([0.5, 1, 0.5, 1]);
    expect([...edges]).toEqual([0, 1, 0, 1]);
    expect([0, 1, 2].map((index) => graph.degree(index))).toEqual([2, 1, 1]);
  });

  it('finds nodes by id', () => {
    expect(graph.indexOf('c')).toBe(2);
    expect(graph.indexOf('unknown')).toBeUndefined();
  });
});

describe('assembleGraph', () => {
  it('resolves references between parts and reports what it omits', () => {
    const { graph, problems } = assembleGraph([
      { collection: 'pack', nodes: [node('a'), node('b')], edges: [edge('a', 'b')] },
      {
        collection: 'own',
        nodes: [node('b'), node('x')],
        edges: [edge('x', 'a'), edge('a', 'b'), edge('x', 'gone'), edge('x', 'x'), edge('a', 'b', 'opposes')],
      },
    ]);
    expect(graph.nodes.map(({ id }) => id)).toEqual(['a', 'b', 'x']);
    expect(graph.edges.map(({ source, type, target }) => `${source} ${type} ${target}`)).toEqual([
      'a evokes b',
      'x evokes a',
      'a opposes b',
    ]);
    expect(problems).toEqual([
      'own: node b already exists',
      'own: edge a evokes b already exists',
      'own: edge x evokes gone ends at gone, which does not exist',
      'own: edge x evokes x connects a node with itself',
    ]);
    expect(graph.collection(graph.nodes[2]!)).toBe('own');
    expect(graph.collection(graph.edges[0]!)).toBe('pack');
  });
});
