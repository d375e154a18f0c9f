import type { TokenUsage } from '@app/llm';
import type { EventBatch, ReadingStatus } from '@app/streaming';

/** Counts the outcomes of a reading's sections and derives the outcome of the reading. */
export class ReadingTally {
  #done = 0;
  #failed = 0;
  #usage: TokenUsage | undefined;
  #firstText = false;

  /** Returns true for the batch with the reading's first text. */
  add(batch: EventBatch): boolean {
    for (const { event, data } of batch) {
      if (event !== 'section' || data.status === 'start') continue;
      if (data.status === 'failed') this.#failed++;
      else this.#finished(data.usage);
    }
    const isFirst = !this.#firstText && batch.some(({ event }) => event === 'delta');
    this.#firstText ||= isFirst;
    return isFirst;
  }

  get status(): ReadingStatus {
    if (this.#failed === 0) return 'ok';
    return this.#done > 0 ? 'partial' : 'failed';
  }

  /** Sum over the sections; undefined when no upstream reported usage. */
  get usage(): TokenUsage | undefined {
    return this.#usage;
  }

  #finished(usage: TokenUsage | undefined): void {
    this.#done++;
    if (!usage) return;
    const { promptTokens, completionTokens } = this.#usage ?? { promptTokens: 0, completionTokens: 0 };
    this.#usage = {
      promptTokens: promptTokens + usage.promptTokens,
      completionTokens: completionTokens + usage.completionTokens,
    };
  }
}
