import { describe, expect, it } from '@jest/globals';
import type { NumberedPassage } from '@app/composer';
import fc from 'fast-check';
import { fitPassages } from './fit-passages.js';

const found = (n: number, retriever: string, score: number, length = 10): NumberedPassage => ({
  n,
  id: `corpus:${n}`,
  retriever,
  title: '',
  text: 'x'.repeat(length),
  tags: [],
  score,
});
const cost = ({ text }: NumberedPassage) => text.length;
const numbers = (passages: readonly NumberedPassage[]) => passages.map(({ n }) => n);

describe('fitPassages', () => {
  const passages = [
    found(1, 'domain', 1),
    found(2, 'domain', 0.4),
    found(3, 'domain', 0.9),
    found(4, 'persona', 0.2),
    found(5, 'persona', 0.1),
  ];

  it('keeps all that fit, in their order', () => {
    expect(numbers(fitPassages(passages, 50, cost))).toEqual([1, 2, 3, 4, 5]);
  });

  it('alternates between retrievers, the best of each first: scores do not compare across them', () => {
    expect(numbers(fitPassages(passages, 20, cost))).toEqual([1, 4]);
    expect(numbers(fitPassages(passages, 30, cost))).toEqual([1, 3, 4]);
  });

  it('skips a passage that is too long for a shorter one', () => {
    expect(numbers(fitPassages([found(1, 'domain', 1, 100), found(2, 'domain', 0.1, 5)], 10, cost))).toEqual([2]);
  });

  it('keeps nothing when there is no room', () => {
    expect(fitPassages(passages, -5, cost)).toEqual([]);
    expect(fitPassages([], 100, cost)).toEqual([]);
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
        const kept = fitPassages(all, room, cost);
        expect(kept.reduce((sum, passages) => sum + cost(passages), 0)).toBeLessThanOrEqual(room);
        expect(kept).toEqual(all.filter((candidate) => kept.includes(candidate)));
      }),
    );
  });
});
