import type { Neighbour, NeighbourSource } from '../neighbour-source.js';

/** Answers what it is told, or fails with it. */
export class FakeNeighbourSource implements NeighbourSource {
  constructor(private readonly answer: readonly Neighbour[] | Error) {}

  async neighbours(): Promise<readonly Neighbour[]> {
    if (this.answer instanceof Error) throw this.answer;
    return this.answer;
  }
}
