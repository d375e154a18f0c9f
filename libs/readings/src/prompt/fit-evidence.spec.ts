import { describe, expect, it } from '@jest/globals';
import type { Evidence } from '@app/composer';
import fc from 'fast-check';
import { fitEvidence } from './fit-evidence.js';

const found = (n: number, retriever: string, score: number, length = 10): Evidence => ({
  n,
  id: `corpus:${n}`,
  retriever,
  title: '',
  text: 'x'.repeat(length),
  tags: [],
  score,
});
const cost = ({ text }: Evidence) => text.length;
const numbers = (evidence: readonly Evidence[]) => evidence.map(({ n }) => n);

describe('fitEvidence', () => {
  const evidence = [
    found(1, 'domain', 1),
    found(2, 'domain', 0.4),
    found(3, 'domain', 0.9),
    found(4, 'persona', 0.2),
    found(5, 'persona', 0.1),
  ];

  it('keeps all that fits, in its order', () => {
    expect(numbers(fitEvidence(evidence, 50, cost))).toEqual([1, 2, 3, 4, 5]);
  });

  it('lets the retrievers take turns, the best of each first: scores do not compare across them', () => {
    expect(numbers(fitEvidence(evidence, 20, cost))).toEqual([1, 4]);
    expect(numbers(fitEvidence(evidence, 30, cost))).toEqual([1, 3, 4]);
  });

  it('passes over what is too long for a shorter one', () => {
    expect(numbers(fitEvidence([found(1, 'domain', 1, 100), found(2, 'domain', 0.1, 5)], 10, cost))).toEqual([2]);
  });

  it('keeps nothing when there is no room', () => {
    expect(fitEvidence(evidence, -5, cost)).toEqual([]);
    expect(fitEvidence([], 100, cost)).toEqual([]);
  });

  it('never exceeds the room', () => {
    const any = fc.record({
      retriever: fc.constantFrom('graph', 'corpus', 'persona', 'domain'),
      score: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(50),
    });
    fc.assert(
      fc.property(fc.array(any), fc.nat(300), (entries, room) => {
        const all = entries.map(({ retriever, score, length }, at) => found(at + 1, retriever, score, length));
        const kept = fitEvidence(all, room, cost);
        expect(kept.reduce((sum, evidence) => sum + cost(evidence), 0)).toBeLessThanOrEqual(room);
        expect(kept).toEqual(all.filter((candidate) => kept.includes(candidate)));
      }),
    );
  });
});
