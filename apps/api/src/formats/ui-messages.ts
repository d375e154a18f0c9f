import type { FrameFormat, ReadingEvent } from '@app/streaming';
import { dataFrames } from './data-frames.js';

/** Marks the stream for the Vercel AI SDK, versions 5 and 6. */
export const UI_MESSAGE_HEADERS = { 'x-vercel-ai-ui-message-stream': 'v1' };

const STOPPED = 'The reading was stopped. Please try again.';

/**
 * A UI message stream: one `start` and one `finish`; each section as a text part; cited sources as `source-document`;
 * facts, retrieval and follow-up questions as `data-*`; `[DONE]` last.
 */
export const uiMessageFrames: FrameFormat = {
  name: 'ui-messages',
  encoder: () => {
    const parts = new UiParts();
    return (_id, _seq, event) => dataFrames(parts.of(event));
  },
};

class UiParts {
  readonly #titles = new Map<string, string>();
  readonly #open = new Set<string>();
  readonly #cited = new Set<string>();
  #hasFailed = false;

  of(event: ReadingEvent): readonly (object | string)[] {
    switch (event.event) {
      case 'reading':
        return [
          { type: 'start', messageId: event.data.reading },
          { type: 'data-reading', data: event.data },
        ];
      case 'retrieval':
        for (const { id, title } of event.data.sources) this.#titles.set(id, title);
        return [{ type: 'data-retrieval', id: event.data.retriever, data: event.data }];
      case 'section':
        return this.#section(event.data);
      case 'delta':
        return [{ type: 'text-delta', id: event.data.section, delta: event.data.content }];
      case 'citation':
        return this.#source(event.data.id);
      case 'error':
        return this.#fail(event.data.error);
      case 'shutdown':
        return this.#fail(STOPPED);
      case 'done':
        return this.#end(event.data);
      default:
        return [];
    }
  }

  #section(data: Extract<ReadingEvent, { event: 'section' }>['data']): readonly object[] {
    const { section } = data;
    if (data.status === 'start') {
      this.#open.add(section);
      return [{ type: 'text-start', id: section }];
    }
    this.#open.delete(section);
    const { full_text: _, ...end } = data;
    return [
      { type: 'text-end', id: section },
      { type: 'data-section', id: section, data: end },
    ];
  }

  #source(id: string): readonly object[] {
    if (this.#cited.has(id)) return [];
    this.#cited.add(id);
    return [{ type: 'source-document', sourceId: id, mediaType: 'text/plain', title: this.#titles.get(id) ?? id }];
  }

  #fail(errorText: string): readonly object[] {
    if (this.#hasFailed) return [];
    this.#hasFailed = true;
    return [{ type: 'error', errorText }];
  }

  #end(done: Extract<ReadingEvent, { event: 'done' }>['data']): readonly (object | string)[] {
    const ends = [...this.#open].map((id) => ({ type: 'text-end', id }));
    const stopped = done.status === 'failed' || done.status === 'cancelled' ? this.#fail(STOPPED) : [];
    return [...ends, ...stopped, { type: 'data-done', data: done }, { type: 'finish' }, '[DONE]'];
  }
}
