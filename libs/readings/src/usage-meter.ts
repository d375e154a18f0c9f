import { type ChatMessage, type TokenUsage, contentBytes } from '@app/llm';
import type { ReadingEvent } from '@app/streaming';
import { estimateTokens } from '@app/text';

/** Lower bound for English (4.5) and Korean (5) with o200k. Counting words would cost 0.7 ms for the prompts of a reading. */
const PROMPT_BYTES_PER_TOKEN = 4;

/** Estimates for a section whose token usage the upstream has not reported. */
interface Unreported {
  promptTokens: number;
  completionTokens: number;
}

/**
 * Tokens that a reading has used so far: as reported by the upstream, otherwise estimated from the prompt and the text,
 * so that a reading that ends early is charged too. Readings written without a model or replayed from the cache are
 * free.
 */
export class UsageMeter {
  #isFree = false;
  readonly #unreported = new Map<string, Unreported>();
  #promptTokens = 0;
  #completionTokens = 0;

  /** Called when a section's request is sent. Does not keep the prompt, which is larger than all else of a stream. */
  prompted(section: string, prompt: readonly ChatMessage[]): void {
    this.#section(section).promptTokens = contentBytes(prompt) / PROMPT_BYTES_PER_TOKEN;
  }

  observe({ event, data }: ReadingEvent): void {
    if (event === 'reading') this.#isFree = data.llm.engine === 'offline' || data.cached === true;
    else if (event === 'delta') this.#section(data.section).completionTokens += estimateTokens(data.content);
    else if (event === 'section' && data.status === 'done' && data.usage) this.#reported(data.section, data.usage);
  }

  get total(): TokenUsage {
    if (this.#isFree) return { promptTokens: 0, completionTokens: 0 };
    let [promptTokens, completionTokens] = [this.#promptTokens, this.#completionTokens];
    for (const unreported of this.#unreported.values()) {
      promptTokens += Math.ceil(unreported.promptTokens);
      completionTokens += Math.ceil(unreported.completionTokens);
    }
    return { promptTokens, completionTokens };
  }

  #section(section: string): Unreported {
    const known = this.#unreported.get(section);
    if (known) return known;
    const first = { promptTokens: 0, completionTokens: 0 };
    this.#unreported.set(section, first);
    return first;
  }

  #reported(section: string, { promptTokens, completionTokens }: TokenUsage): void {
    this.#unreported.delete(section);
    this.#promptTokens += promptTokens;
    this.#completionTokens += completionTokens;
  }
}
