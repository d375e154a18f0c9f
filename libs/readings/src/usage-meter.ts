import type { ChatMessage, TokenUsage } from '@app/llm';
import type { ReadingEvent } from '@app/streaming';
import { estimateTokens } from '@app/text';

/** Prompt and text of a section whose token usage the upstream has not reported. */
interface Unreported {
  prompt: readonly ChatMessage[];
  text: string;
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

  /** Called when a section's request is sent. */
  prompted(section: string, prompt: readonly ChatMessage[]): void {
    this.#section(section).prompt = prompt;
  }

  observe({ event, data }: ReadingEvent): void {
    if (event === 'reading') this.#isFree = data.llm.engine === 'offline' || data.cached === true;
    else if (event === 'delta') this.#section(data.section).text += data.content;
    else if (event === 'section' && data.status === 'done' && data.usage) this.#reported(data.section, data.usage);
  }

  get total(): TokenUsage {
    if (this.#isFree) return { promptTokens: 0, completionTokens: 0 };
    let [promptTokens, completionTokens] = [this.#promptTokens, this.#completionTokens];
    for (const { prompt, text } of this.#unreported.values()) {
      promptTokens += Math.ceil(estimateTokens(prompt.map(({ content }) => content).join('\n')));
      completionTokens += Math.ceil(estimateTokens(text));
    }
    return { promptTokens, completionTokens };
  }

  #section(section: string): Unreported {
    const known = this.#unreported.get(section);
    if (known) return known;
    const first = { prompt: [], text: '' };
    this.#unreported.set(section, first);
    return first;
  }

  #reported(section: string, { promptTokens, completionTokens }: TokenUsage): void {
    this.#unreported.delete(section);
    this.#promptTokens += promptTokens;
    this.#completionTokens += completionTokens;
  }
}
