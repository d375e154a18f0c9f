import { ANSWER_ENDINGS, type LlmDelta, LlmError } from '@app/llm';
import { Observable, Subscriber } from 'rxjs';
import { CitationScanner } from './citation-scanner.js';
import type { EventBatch, ReadingEvent, SectionDone, SectionFailed } from './reading-event.js';
import type { SectionObserver, SectionSource } from './section-source.js';

/**
 * One section's life as events: `start`, its deltas and citations as they arrive, then exactly one `done` or `failed`.
 * Never errors. A stream that completes without a `finish` has been cut, and is `failed` with `llm.truncated`.
 */
export function streamSection(
  { section, citable }: Pick<SectionSource, 'section' | 'citable'>,
  deltas: () => Observable<LlmDelta>,
  observer: SectionObserver = {},
): Observable<EventBatch> {
  return new Observable((subscriber) => {
    const text = new SectionText(section, citable, observer);
    const stream = new SectionStream(subscriber, text);
    subscriber.next([{ event: 'section', data: { section, status: 'start' } }]);
    stream.follow(deltas);
  });
}

/** Turns what the model says into events. One object a section, since every open stream holds three. */
class SectionStream extends Subscriber<LlmDelta> {
  constructor(
    private readonly events: Subscriber<EventBatch>,
    private readonly text: SectionText,
  ) {
    super();
    events.add(this);
  }

  follow(deltas: () => Observable<LlmDelta>): void {
    if (this.closed) return;
    try {
      deltas().subscribe(this);
    } catch (error) {
      this.error(error);
    }
  }

  protected override _next(delta: LlmDelta): void {
    try {
      this.events.next(this.text.take(delta));
    } catch (error) {
      this.error(error);
    }
  }

  protected override _error(error: unknown): void {
    this.#end(error);
  }

  protected override _complete(): void {
    this.#end(CUT);
  }

  /** A text that has its `finish` is whole, whatever happens to its stream then. */
  #end(reason: unknown): void {
    const { events } = this;
    // Before the events leave: whoever hears of the end may find the request gone.
    this.unsubscribe();
    if (!this.text.finished) events.next(this.text.fail(reason));
    events.complete();
  }
}

const CUT = new LlmError('llm.truncated', 'The text broke off.');

/** The text of one section so far and the events each delta makes of it. */
class SectionText {
  finished = false;
  readonly #startedAt = performance.now();
  readonly #citations = new CitationScanner();
  #ttftMs: number | undefined;
  #text = '';
  #pieces = 0;

  constructor(
    private readonly section: string,
    private readonly citable: (n: number) => string | undefined,
    private readonly observer: SectionObserver,
  ) {}

  take(delta: LlmDelta): EventBatch {
    if (delta.type === 'finish') return [this.#done(delta)];
    const batch: ReadingEvent[] = [];
    for (const piece of delta.pieces) this.#piece(piece, batch);
    return batch;
  }

  fail(error: unknown): EventBatch {
    const { code, message, retryable } = error instanceof LlmError ? error : UNEXPECTED;
    const shown = this.#text === '' || ANSWER_ENDINGS.has(code) ? code : CUT.code;
    this.#ended(shown);
    const data: SectionFailed = { section: this.section, status: 'failed', code: shown, message, retryable };
    return [{ event: 'section', data }];
  }

  #piece(content: string, batch: ReadingEvent[]): void {
    this.#ttftMs ??= performance.now() - this.#startedAt;
    this.#text += content;
    this.#pieces++;
    batch.push({ event: 'delta', data: { section: this.section, content } });
    for (const n of this.#citations.push(content)) this.#cite(n, batch);
  }

  #cite(n: number, batch: ReadingEvent[]): void {
    const id = this.citable(n);
    if (id === undefined) this.observer.citationDropped?.(this.section);
    else batch.push({ event: 'citation', data: { section: this.section, n, id } });
  }

  #done({ reason, usage }: Extract<LlmDelta, { type: 'finish' }>): ReadingEvent {
    this.finished = true;
    const ms = this.#ended('done');
    const data: SectionDone = {
      section: this.section,
      status: 'done',
      full_text: this.#text,
      finish_reason: reason,
      ttft_ms: round(this.#ttftMs ?? ms),
      ms: round(ms),
      ...(usage && { usage }),
    };
    return { event: 'section', data };
  }

  #ended(outcome: string): number {
    const ms = performance.now() - this.#startedAt;
    const { section } = this;
    this.observer.ended?.({ section, outcome, ms, ttftMs: this.#ttftMs, text: this.#text, pieces: this.#pieces });
    return ms;
  }
}

const UNEXPECTED = { code: 'llm.failed', message: 'The section could not be written.', retryable: true };

const round = (ms: number): number => Math.round(ms * 10) / 10;
