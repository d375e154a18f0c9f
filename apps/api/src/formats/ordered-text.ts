import type { ReadingEvent } from '@app/streaming';
import { CitationStripper } from '../legacy/citation-stripper.js';

/**
 * Joins the texts of interleaved sections into one text in section order, without `[n]`. Text of the first unfinished
 * section is passed on as it arrives; text of later sections is held until that section has ended.
 */
export class OrderedText {
  #order: readonly string[] = [];
  readonly #waiting = new Map<string, string>();
  readonly #ended = new Set<string>();
  #citations = new CitationStripper();
  #isEmpty = true;
  #startsSection = false;

  /** The text that can be sent after this event. */
  push({ event, data }: ReadingEvent): string {
    if (event === 'reading') this.#order = [...data.sections];
    else if (event === 'delta') this.#waiting.set(data.section, (this.#waiting.get(data.section) ?? '') + data.content);
    else if (event === 'section' && data.status !== 'start') this.#ended.add(data.section);
    else return '';
    return this.#take();
  }

  #take(): string {
    let text = '';
    for (let [current] = this.#order; current !== undefined; [current] = this.#order) {
      text += this.#separated(this.#citations.push(this.#waiting.get(current) ?? ''));
      this.#waiting.delete(current);
      if (!this.#ended.has(current)) return text;
      text += this.#citations.flush();
      this.#citations = new CitationStripper();
      this.#order = this.#order.slice(1);
      this.#startsSection = true;
    }
    return text;
  }

  #separated(text: string): string {
    if (text === '') return '';
    const separator = this.#startsSection && !this.#isEmpty ? '\n\n' : '';
    this.#startsSection = false;
    this.#isEmpty = false;
    return separator + text;
  }
}
