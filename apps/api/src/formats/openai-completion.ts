import type { FrameFormat, ReadingDocument, ReadingEvent } from '@app/streaming';
import { withoutCitations } from '../legacy/citation-stripper.js';
import { dataFrames } from './data-frames.js';
import { OrderedText } from './ordered-text.js';

type Usage = NonNullable<ReadingDocument['usage']>;

const STOPPED = { error: 'The reading was stopped. Please try again.', code: 'reading.cancelled' };

const usageOf = ({ promptTokens, completionTokens }: Usage = { promptTokens: 0, completionTokens: 0 }) => ({
  prompt_tokens: promptTokens,
  completion_tokens: completionTokens,
  total_tokens: promptTokens + completionTokens,
});

const head = (id: string, object: string, model: string) => ({
  id: `chatcmpl-${id}`,
  object,
  created: Math.floor(Date.now() / 1_000),
  model,
});

/** A finished reading as the answer to a request that does not stream. */
export function toCompletion(document: ReadingDocument, model: string): object {
  const content = document.texts.map(({ full_text: text }) => withoutCitations(text)).join('\n\n');
  return {
    ...head(document.reading, 'chat.completion', model),
    choices: [
      { index: 0, message: { role: 'assistant', content, refusal: null }, logprobs: null, finish_reason: 'stop' },
    ],
    usage: usageOf(document.usage),
  };
}

/** The stream of `POST /v1/chat/completions`: chunks, then `[DONE]`; a failed reading sends one `error` instead. */
export const completionFrames = (model: string, includeUsage: boolean): FrameFormat => ({
  name: `openai:${model}:${includeUsage}`,
  encoder: () => {
    const chunks = new Chunks(model, includeUsage);
    return (readingId, _seq, event) => dataFrames(chunks.of(readingId, event));
  },
});

class Chunks {
  readonly #text = new OrderedText();
  #failure: { readonly error: string; readonly code: string } | undefined;

  constructor(
    private readonly model: string,
    private readonly includeUsage: boolean,
  ) {}

  of(id: string, event: ReadingEvent): readonly (object | string)[] {
    if (event.event === 'error') this.#failure = event.data;
    if (event.event === 'done') return this.#end(id, event.data);
    const content = this.#text.push(event);
    if (event.event === 'reading') return [this.#chunk(id, { role: 'assistant', content: '' })];
    return content === '' ? [] : [this.#chunk(id, { content })];
  }

  #end(id: string, { status, usage }: Extract<ReadingEvent, { event: 'done' }>['data']): readonly (object | string)[] {
    if (status === 'failed' || status === 'cancelled') {
      const { error: message, code } = this.#failure ?? STOPPED;
      return [{ error: { message, type: 'server_error', param: null, code } }];
    }
    const total = { ...head(id, 'chat.completion.chunk', this.model), choices: [], usage: usageOf(usage) };
    return [this.#chunk(id, {}, 'stop'), ...(this.includeUsage ? [total] : []), '[DONE]'];
  }

  #chunk(id: string, delta: object, reason: 'stop' | null = null): object {
    return {
      ...head(id, 'chat.completion.chunk', this.model),
      choices: [{ index: 0, delta, logprobs: null, finish_reason: reason }],
    };
  }
}
