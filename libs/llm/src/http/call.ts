import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import type { Subscriber } from 'rxjs';
import type { AnswerReader } from '../answers/answer-reader.js';
import type { AnswerDelta } from '../answers/answer-delta.js';
import { invalidResponse, refusal, truncated, unfinished, unreachable } from '../refusal.js';
import type { UpstreamError } from '../upstream.error.js';
import { ANSWER_ENDINGS } from '../llm.error.js';
import { BodyBytes } from './body-bytes.js';
import { decodeText } from './body-decoder.js';
import type { CallObserver } from './call-observer.js';
import type { OutgoingRequest } from './outgoing-request.js';

/** Maximum silence after the finish reason. */
export interface TailPatience {
  readonly plausibleMs: number;
  /** For servers that send a finish reason with every chunk. */
  readonly implausibleMs: number;
}

/** Maximum size of an error body; larger bodies are not error documents. */
const MAX_DOCUMENT_BYTES = 1_048_576;
/** Wait for usage after `[DONE]`. */
const USAGE_MS = 250;
/** Wait for the end of the body after `[DONE]`. */
const CLOSE_MS = 1_000;
const ABORTED = new Error('The request was aborted.');
const PROGRESS: AnswerDelta = { type: 'progress' };

type AnswerLimits = Pick<OutgoingRequest, 'expectsUsage' | 'maxCharacters' | 'maxHiddenCharacters'>;

/**
 * Handles one request from the socket to a subscriber and emits at most one delta per socket read. Implements undici's
 * dispatch handler directly, because each stream or promise in between costs more than the parsing itself.
 */
export class Call implements Dispatcher.DispatchHandler {
  readonly #bytes: BodyBytes;
  #controller: Dispatcher.DispatchController | undefined;
  #document: Buffer[] | undefined;
  #documentBytes = 0;
  #status = 0;
  #headers: IncomingHttpHeaders = {};
  #characters = 0;
  #hidden = 0;
  #concluded = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly subscriber: Subscriber<AnswerDelta>,
    private readonly reader: AnswerReader,
    private readonly limits: AnswerLimits,
    private readonly observer: CallObserver,
    private readonly patience: TailPatience,
  ) {
    this.#bytes = new BodyBytes(
      (bytes) => this.#read(bytes),
      () => this.#ended(),
      (error) => this.#broken(error),
    );
  }

  /** Ends the request in any state. */
  abort(): void {
    clearTimeout(this.#timer);
    this.#bytes.destroy();
    this.#controller?.abort(ABORTED);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // The subscriber may have unsubscribed while the request waited for a socket.
    if (this.subscriber.closed) return controller.abort(ABORTED);
    this.#controller = controller;
    this.observer.sent?.();
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    if (status < 200) return;
    // Drop the parsed bytes: they would retain their read buffer as long as the stream.
    controller.rawHeaders = null;
    this.#status = status;
    if (status >= 300) {
      this.#headers = headers;
      this.#document = [];
    } else {
      this.#bytes.contentEncoding = headers['content-encoding'];
      this.observer.accepted?.();
    }
  }

  onResponseData(_: unknown, bytes: Buffer): void {
    if (this.subscriber.closed) return;
    if (this.#document) this.#keep(this.#document, bytes);
    else this.#bytes.push(bytes);
  }

  onResponseEnd(): void {
    this.#close();
    if (this.subscriber.closed) return;
    if (this.#status >= 300) this.#rejected();
    else this.#bytes.end();
  }

  onResponseError(_: unknown, error: Error): void {
    this.#close();
    if (!this.subscriber.closed) this.#broken(error);
  }

  #read(bytes: Buffer): void {
    if (!this.subscriber.closed) this.#emit(this.reader.push(bytes));
  }

  #ended(): void {
    if (this.subscriber.closed) return;
    this.#emit(this.reader.end());
    if (!this.subscriber.closed) this.#conclude();
    // Complete after undici has released the socket, which it does in an immediate, so that the next request can reuse
    // it.
    queueMicrotask(() => setImmediate(() => this.subscriber.complete()));
  }

  /** The body is incomplete or unreadable. */
  #broken(error: Error): void {
    if (!this.#isOver) return this.#fail(unreachable(error));
    this.#conclude();
    this.subscriber.complete();
  }

  #rejected(): void {
    const { location, 'content-encoding': encoding } = this.#headers;
    const again = location !== undefined && this.observer.redirected?.(this.#status, location);
    if (again) return;
    const body = decodeText(Buffer.concat(this.#document ?? []), encoding, MAX_DOCUMENT_BYTES);
    const adapted = this.observer.rejected?.(this.#status, body) ?? false;
    this.#fail(refusal(this.#status, this.#headers, body, adapted));
  }

  #emit(text: string): void {
    const { reader } = this;
    this.#say(text);
    if (this.subscriber.closed) return;
    if (reader.failure) return this.#failedInside(reader.failure);
    if (reader.leaked) return this.#fail(truncated());
    const { maxCharacters, maxHiddenCharacters } = this.limits;
    if (this.#characters > maxCharacters || reader.hidden > maxHiddenCharacters)
      return this.#fail(unfinished('llm.incomplete', { final: true }));
    if (reader.isDone) this.#done();
    else if (reader.ending) this.#wait();
  }

  #say(text: string): void {
    const { hidden } = this.reader;
    if (text !== '') {
      this.#characters += text.length;
      this.subscriber.next({ type: 'text', pieces: [text] });
    } else if (hidden > this.#hidden) {
      this.subscriber.next(PROGRESS);
    }
    this.#hidden = hidden;
  }

  /**
   * Handles an error object sent in place of a chunk. Before any text, it may name a rejected parameter, as a 400 does.
   */
  #failedInside(failure: UpstreamError): void {
    const detail = this.#characters === 0 && failure.code === 'llm.rejected' ? this.reader.failureDetail : undefined;
    const adapted = detail !== undefined && this.observer.rejected?.(400, detail);
    this.#fail(adapted ? refusal(400, {}, detail, true) : failure);
  }

  #done(): void {
    const { expectsUsage } = this.limits;
    if (this.#concluded) return;
    if (expectsUsage && !this.reader.usageSoFar) return this.#arm(USAGE_MS);
    // On a failed ending, wait for the end of the body, so that the socket can be reused.
    if (this.#isWhole) this.#conclude();
    this.#arm(CLOSE_MS);
  }

  /** Waits for the end of the body after the finish reason; each further chunk restarts the wait. */
  #wait(): void {
    if (this.#characters === 0 && this.reader.ending === 'stop') return clearTimeout(this.#timer);
    const { plausibleMs, implausibleMs } = this.patience;
    this.#arm(this.reader.isEndingPlausible ? plausibleMs : implausibleMs);
  }

  #arm(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#giveUpWaiting(), ms);
  }

  #giveUpWaiting(): void {
    this.#conclude();
    this.subscriber.complete();
  }

  /** Reports the outcome once. */
  #conclude(): void {
    if (this.#concluded) return;
    this.#concluded = true;
    if (this.#isOver) this.#say(this.reader.rest());
    const problem = this.#problem();
    if (problem) return this.#fail(problem);
    this.subscriber.next({ type: 'finish', reason: 'stop', usage: this.reader.usageSoFar });
  }

  get #isOver(): boolean {
    return this.reader.isDone || this.reader.ending !== undefined;
  }

  get #isWhole(): boolean {
    const { ending, isDone } = this.reader;
    return this.#characters > 0 && (ending === 'stop' || (ending === undefined && isDone));
  }

  /** The error of an incomplete answer; undefined for a complete one. */
  #problem(): UpstreamError | undefined {
    const { ending, isCompletion, declined } = this.reader;
    const hasText = this.#characters > 0;
    if (this.#isWhole) return undefined;
    if (!this.#isOver) return hasText ? truncated() : isCompletion ? unfinished('llm.incomplete') : invalidResponse();
    if (ending === 'llm.incomplete') return unfinished(ending, { final: true, adapted: this.#allowsMoreTokens });
    if (ending !== undefined && ending !== 'stop') return unfinished(ending);
    return declined ? unfinished('llm.refused') : unfinished('llm.empty', { adapted: this.#allowsMoreTokens });
  }

  /** Whether all tokens were used for reasoning, and the next request will allow more. Not every server says so. */
  get #allowsMoreTokens(): boolean {
    const { isAtTokenLimit, hidden } = this.reader;
    if (this.#characters > 0 || (!isAtTokenLimit && hidden === 0)) return false;
    return this.observer.outOfTokens?.() ?? false;
  }

  /** After text there is no retry: the error is `llm.truncated` unless the ending has its own code. */
  #fail(error: UpstreamError): void {
    const shown = this.#characters > 0;
    this.subscriber.error(shown && !ANSWER_ENDINGS.has(error.code) ? truncated(error) : error);
  }

  #close(): void {
    clearTimeout(this.#timer);
    if (this.#controller) this.observer.closed?.();
    this.#controller = undefined;
  }

  #keep(document: Buffer[], bytes: Buffer): void {
    this.#documentBytes += bytes.length;
    if (this.#documentBytes > MAX_DOCUMENT_BYTES) this.#fail(invalidResponse());
    else document.push(Buffer.from(bytes));
  }
}
