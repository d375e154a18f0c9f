import type { Evidence } from '@app/composer';
import type { RetrievalOutcome, RetrieverKind } from '@app/rag';
import type { CitableSource, RetrievalSettled } from '@app/streaming';

/** Everything a reading has found, numbered as it came in: a source keeps its number, whichever retriever finds it again. */
export class EvidenceBook {
  readonly #numbers = new Map<string, number>();
  readonly #ids: string[] = [];
  readonly #evidence = new Map<RetrieverKind, readonly Evidence[]>();

  /** Numbers what one retriever found and makes its event of it. */
  enter({ retriever, status, ms, passages }: RetrievalOutcome): RetrievalSettled {
    const evidence = passages.map(({ id, title, text, tags, score }) => ({
      n: this.#number(id),
      id,
      retriever,
      title,
      text,
      tags,
      score,
    }));
    this.#evidence.set(retriever, evidence);
    const sources: CitableSource[] = passages.map(({ id, title, source, score }) => ({
      n: this.#number(id),
      id,
      title,
      source,
      score,
    }));
    return { retriever, status, ms: Math.round(ms * 10) / 10, sources };
  }

  /** What these retrievers found, in their order and best first; a source that several found once, in its fullest words:
   *  the graph tells a record's gist, the domain the whole of it. */
  of(retrievers: readonly RetrieverKind[]): readonly Evidence[] {
    const fullest = new Map<number, Evidence>();
    for (const evidence of retrievers.flatMap((retriever) => this.#evidence.get(retriever) ?? [])) {
      const known = fullest.get(evidence.n);
      if (!known || known.text.length < evidence.text.length) fullest.set(evidence.n, evidence);
    }
    return [...fullest.values()];
  }

  /** The id behind a number a section may cite. */
  citable(retrievers: readonly RetrieverKind[]): (n: number) => string | undefined {
    return (n) => (this.of(retrievers).some((evidence) => evidence.n === n) ? this.#ids[n - 1] : undefined);
  }

  get isEmpty(): boolean {
    return this.#ids.length === 0;
  }

  #number(id: string): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    this.#ids.push(id);
    this.#numbers.set(id, this.#ids.length);
    return this.#ids.length;
  }
}
