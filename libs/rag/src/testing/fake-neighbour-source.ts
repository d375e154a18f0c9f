import type { Neighbour, NeighbourSource } from '../neighbour-source.js';

/** Returns or throws the given answer. */
export class FakeNeighbourSource implements NeighbourSource {
  constructor(private readonly answer: readonly Neighbour[] | Error) {}

  async neighbours(): Promise<readonly Neighbour[]> {
    if (this.answer instanceof Error) throw this.answer;
    return this.answer;
  }
}
