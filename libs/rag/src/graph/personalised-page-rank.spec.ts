import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { GraphEdge, GraphNode } from '@app/knowledge';
import { type Adjacency, KnowledgeGraph } from './knowledge-graph.js';
import { personalisedPageRank } from './personalised-page-rank.js';

const node = (index: number): GraphNode => ({
  id: `n${index}`,
  kind: 'node',
  titles: { ko: '', en: '' },
  texts: { ko: '', en: '' },
  aliases: { ko: [], en: [] },
  stems: [],
  tags: [],
  source: '',
});
const edge = (source: number, target: number, weight = 1): GraphEdge => ({
  source: `n${source}`,
  target: `n${target}`,
  type: 'evokes',
  weight,
});
const graphOf = (count: number, edges: readonly GraphEdge[]) =>
  new KnowledgeGraph(
    Array.from({ length: count }, (_, index) => node(index)),
    edges,
  ).adjacency;

const ROUNDS = 200;

/** Power iteration of the definition: r = (1 − d)·s + d·Wᵀr until convergence. */
function byPowerIteration(
  { offsets, targets, weights }: Adjacency,
  seeds: ReadonlyMap<number, number>,
  damping: number,
) {
  const count = offsets.length - 1;
  const total = [...seeds.values()].reduce((sum, weight) => sum + weight, 0);
  let ranks = new Float64Array(count);
  for (let round = 0; round < 60; round++) {
    const next = new Float64Array(count);
    for (const [seed, weight] of seeds) next[seed]! += ((1 - damping) * weight) / total;
    for (let from = 0; from < count; from++) {
      const entries = Array.from({ length: offsets[from + 1]! - offsets[from]! }, (_, index) => offsets[from]! + index);
      const strength = entries.reduce((sum, entry) => sum + weights[entry]!, 0);
      for (const entry of entries) next[targets[entry]!]! += (damping * ranks[from]! * weights[entry]!) / strength;
    }
    ranks = next;
  }
  return ranks;
}

const graphs = fc.integer({ min: 2, max: 12 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    edges: fc.array(
      fc
        .tuple(fc.nat(count - 1), fc.nat(count - 1), fc.double({ min: 0.1, max: 1, noNaN: true }))
        .filter(([source, target]) => source !== target)
        .map(([source, target, weight]) => edge(source, target, weight)),
      { maxLength: 30 },
    ),
    seeds: fc.uniqueArray(fc.tuple(fc.nat(count - 1), fc.double({ min: 0.1, max: 1, noNaN: true })), {
      minLength: 1,
      maxLength: 3,
      selector: ([seed]) => seed,
    }),
  }),
);

describe('personalisedPageRank', () => {
  it('agrees with the definition', () => {
    fc.assert(
      fc.property(graphs, fc.constantFrom(0.5, 0.85), ({ count, edges, seeds }, damping) => {
        const adjacency = graphOf(count, edges);
        const { ranks } = personalisedPageRank(adjacency, new Map(seeds), { damping, precision: 1e-9 });
        const exact = byPowerIteration(adjacency, new Map(seeds), damping);
        for (const [index, rank] of ranks.entries()) expect(Math.abs(rank - exact[index]!)).toBeLessThan(1e-4);
      }),
    );
  });

  it('gives half to an isolated seed, nothing to unreachable nodes, and at most 1 in total', () => {
    const adjacency = graphOf(4, [edge(0, 1)]);
    const { ranks, reached } = personalisedPageRank(adjacency, new Map([[0, 3]]));
    expect(ranks[0]).toBeCloseTo(2 / 3, 3);
    expect([ranks[2], ranks[3]]).toEqual([0, 0]);
    expect(new Set(reached)).toEqual(new Set([0, 1]));
    expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeLessThanOrEqual(1);
  });

  it('follows permitted edges only', () => {
    const adjacency = graphOf(3, [edge(0, 1), edge(0, 2)]);
    const { ranks } = personalisedPageRank(adjacency, new Map([[0, 1]]), {
      mayWalk: (entry) => adjacency.targets[entry] !== 2,
    });
    expect(ranks[2]).toBe(0);
    expect(ranks[1]).toBeGreaterThan(0.2);
  });

  it('is the same every time', () => {
    const adjacency = random(500, 3_000);
    const seeds = new Map([
      [3, 1],
      [7, 0.5],
    ]);
    expect(personalisedPageRank(adjacency, seeds)).toEqual(personalisedPageRank(adjacency, seeds));
  });

  it('visits no more of a graph of 100 000 edges than its precision permits', () => {
    const adjacency = random(20_000, 100_000);
    const seeds = new Map(Array.from({ length: 8 }, (_, index): [number, number] => [index * 97, 1 / (index + 1)]));
    const { steps, reached } = personalisedPageRank(adjacency, seeds);
    expect(steps).toBeLessThanOrEqual(2 / 1e-5);
    for (let round = 0; round < ROUNDS; round++) personalisedPageRank(adjacency, seeds);
    const before = process.cpuUsage();
    for (let round = 0; round < ROUNDS; round++) personalisedPageRank(adjacency, seeds);
    const { user, system } = process.cpuUsage(before);
    const cpuMs = (user + system) / 1_000 / ROUNDS;
    console.log(`100 000 edges, 8 seeds: ${cpuMs.toFixed(2)} ms CPU, ${steps} steps, ${reached.length} nodes reached`);
  });
});

/** A graph in which nodes with smaller numbers have higher degrees, like themes in a real graph. */
function random(count: number, edges: number): Adjacency {
  let state = 42;
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const list = Array.from({ length: edges }, () =>
    edge(Math.floor(next() * count), Math.floor(next() ** 4 * count), 0.1 + 0.9 * next()),
  );
  return graphOf(count, list);
}
