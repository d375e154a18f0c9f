import type { NumberedPassage } from '@app/composer';
import type { RetrievalOutcome, RetrieverKind } from '@app/rag';
import type { CitableSource, RetrievalSettled } from '@app/streaming';

/**
 * The passages of one reading and their citation numbers. Numbers are assigned in order of arrival; a record found by
 * several retrievers keeps its first number.
 */
export class CitationIndex {
  readonly #numbers = new Map<string, number>();
  readonly #ids: string[] = [];
  readonly #passages = new Map<RetrieverKind, readonly NumberedPassage[]>();

  /** Numbers the passages of one retriever and returns the data of its `retrieval` event. */
  add({ retriever, status, ms, passages, degraded }: RetrievalOutcome): RetrievalSettled {
    const numbered = passages.map(({ id, title, text, tags, score, facets }) => ({
      n: this.#number(id),
      id,
      retriever,
      title,
      text,
      tags,
      score,
      ...(facets && { facets }),
    }));
    this.#passages.set(retriever, numbered);
    const sources: CitableSource[] = passages.map(({ id, title, source, score }) => ({
      n: this.#number(id),
      id,
      title,
      source,
      score,
    }));
    return { retriever, status, ms: Math.round(ms * 10) / 10, ...(degraded && { degraded }), sources };
  }

  /**
   * The passages of these retrievers, in the order given, each retriever's best first. A record found by several
   * retrievers is listed once, with its longest text: the graph retriever returns summaries, the domain retriever whole
   * records.
   */
  of(retrievers: readonly RetrieverKind[]): readonly NumberedPassage[] {
    const longest = new Map<number, NumberedPassage>();
    for (const passage of retrievers.flatMap((retriever) => this.#passages.get(retriever) ?? [])) {
      const known = longest.get(passage.n);
      if (!known || known.text.length < passage.text.length) longest.set(passage.n, passage);
    }
    return [...longest.values()];
  }

  /**
   * Returns a function that maps a citation number to a record id. The result is undefined for numbers of other
   * passages.
   */
  resolver(retrievers: readonly RetrieverKind[]): (n: number) => string | undefined {
    return (n) => (this.of(retrievers).some((passage) => passage.n === n) ? this.#ids[n - 1] : undefined);
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
