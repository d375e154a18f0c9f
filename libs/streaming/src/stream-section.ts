import { ANSWER_ENDINGS, type LlmDelta, LlmError } from '@app/llm';
import { Observable, type Observer, type Subscriber, Subscription } from 'rxjs';
import { CitationScanner } from './citation-scanner.js';
import type { EventBatch, ReadingEvent, SectionDone, SectionFailed } from './reading-event.js';
import type { SectionObserver, SectionSource } from './section-source.js';

/**
 * The events of one section: `start`, deltas and citations as they arrive, then exactly one `done` or `failed`. Never
 * errors. A stream that completes without `finish` was cut off and ends with `failed` and `llm.truncated`; one that
 * finishes without visible text, with `llm.empty`.
 */
export function streamSection(
  source: Pick<SectionSource, 'section' | 'citable' | 'explain'>,
  deltas: () => Observable<LlmDelta>,
  observer: SectionObserver = {},
): Observable<EventBatch> {
  return new Observable((subscriber) => {
    const stream = new SectionStream(subscriber, new SectionText(source, observer));
    subscriber.next([{ event: 'section', data: { section: source.section, status: 'start' } }]);
    stream.follow(deltas);
  });
}

/** Turns deltas into events. An Observer instead of a chain of operators, because it runs once per token. */
class SectionStream implements Observer<LlmDelta> {
  readonly #source = new Subscription();

  constructor(
    private readonly events: Subscriber<EventBatch>,
    private readonly text: SectionText,
  ) {
    events.add(this.#source);
  }

  follow(deltas: () => Observable<LlmDelta>): void {
    if (this.#source.closed) return;
    try {
      this.#source.add(deltas().subscribe(this));
    } catch (error) {
      this.error(error);
    }
  }

  next(delta: LlmDelta): void {
    if (this.#source.closed) return;
    try {
      this.events.next(this.text.take(delta));
    } catch (error) {
      this.error(error);
    }
  }

  error(error: unknown): void {
    this.#end(error);
  }

  complete(): void {
    this.#end(CUT);
  }

  /**
   * Ends the stream; adds a `failed` event unless the section has ended. A finished text stays complete when its stream
   * fails afterwards.
   */
  #end(reason: unknown): void {
    if (this.#source.closed) return;
    // Unsubscribe before the events are emitted, so that their observers find the upstream request closed.
    this.#source.unsubscribe();
    if (!this.text.ended) this.events.next(this.text.fail(reason));
    this.events.complete();
  }
}

const CUT = new LlmError('llm.truncated', 'The text was cut off.');
const UNEXPECTED = { code: 'llm.failed', message: 'The section could not be written.', retryable: true };
const EMPTY = new LlmError('llm.empty', 'The model returned no text.');

/** The text of one section so far, and the events that each delta produces. */
class SectionText {
  ended = false;
  readonly #startedAt = performance.now();
  readonly #citations = new CitationScanner();
  #ttftMs: number | undefined;
  #text = '';
  #pieces = 0;

  constructor(
    private readonly source: Pick<SectionSource, 'section' | 'citable' | 'explain'>,
    private readonly observer: SectionObserver,
  ) {}

  take(delta: LlmDelta): EventBatch {
    if (delta.type === 'text') return this.#append(delta.pieces);
    return this.#text.trim() === '' ? this.fail(EMPTY) : [this.#done(delta)];
  }

  fail(reason: unknown): EventBatch {
    const { code, message, retryable } = reason instanceof LlmError ? reason : UNEXPECTED;
    const shown = this.#text.trim() === '' || ANSWER_ENDINGS.has(code) ? code : CUT.code;
    this.#end(shown);
    const { section, explain } = this.source;
    const said = explain?.(shown) ?? message;
    const data: SectionFailed = {
      section,
      status: 'failed',
      code: shown,
      message: said,
      retryable,
      full_text: this.#text,
    };
    return [{ event: 'section', data }];
  }

  /** Emits the text of one read as one delta, followed by the citations it completes. */
  #append(pieces: readonly string[]): EventBatch {
    const { section } = this.source;
    const content = pieces.length === 1 ? (pieces[0] as string) : pieces.join('');
    this.#ttftMs ??= performance.now() - this.#startedAt;
    this.#text += content;
    this.#pieces += pieces.length;
    const delta: ReadingEvent = { event: 'delta', data: { section, content } };
    const numbers = this.#citations.push(content);
    return numbers.length === 0 ? [delta] : [delta, ...numbers.flatMap((n) => this.#cite(n))];
  }

  #cite(n: number): readonly ReadingEvent[] {
    const { section, citable } = this.source;
    const id = citable(n);
    if (id !== undefined) return [{ event: 'citation', data: { section, n, id } }];
    this.observer.citationDropped?.(section);
    return [];
  }

  #done({ reason, usage }: Extract<LlmDelta, { type: 'finish' }>): ReadingEvent {
    const ms = this.#end('done');
    const data: SectionDone = {
      section: this.source.section,
      status: 'done',
      full_text: this.#text,
      finish_reason: reason,
      ttft_ms: round(this.#ttftMs ?? ms),
      ms: round(ms),
      ...(usage && { usage }),
    };
    return { event: 'section', data };
  }

  #end(outcome: string): number {
    this.ended = true;
    const ms = performance.now() - this.#startedAt;
    const { section } = this.source;
    this.observer.ended?.({ section, outcome, ms, ttftMs: this.#ttftMs, text: this.#text, pieces: this.#pieces });
    return ms;
  }
}

const round = (ms: number): number => Math.round(ms * 10) / 10;
