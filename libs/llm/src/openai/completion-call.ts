import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import type { Subscriber } from 'rxjs';
import type { LlmDelta } from '../llm-client.js';
import { CompletionReader } from './completion-reader.js';
import { invalidResponse, refusal, truncated, unreachable } from './refusal.js';
import type { UpstreamError } from './upstream.error.js';

/** What somebody else wants to know about a request while it runs. */
export interface CallWatcher {
  /** It is leaving for the socket: from here on the model's clock runs. */
  sent?(): void;
  /** The upstream has taken it: 2xx headers. */
  accepted?(): void;
  badChunk?(): void;
  /** It holds the upstream's attention no more: answered, aborted or broken. Exactly once, if it was ever sent. */
  closed?(): void;
}

/** What is read of an answer that is no stream. An error document is small; what is larger is none. */
const MOST_DOCUMENT_BYTES = 1_048_576;
const ABORTED = new Error('The reader has left.');

/**
 * One completion on its way from the socket to a subscriber: bytes in, at most one delta for each read out. It works as
 * undici's own handler, since every stream and promise in between costs more than the reading itself.
 */
export class CompletionCall implements Dispatcher.DispatchHandler {
  readonly #reader: CompletionReader;
  #controller: Dispatcher.DispatchController | undefined;
  #document: Buffer[] | undefined;
  #documentBytes = 0;
  #status = 0;
  #headers: IncomingHttpHeaders | undefined;
  #spoken = false;
  #finished = false;
  #tail: NodeJS.Timeout | undefined;

  /** @param tailMs how long usage, `[DONE]` and the end may take once the model has said that it is finished. */
  constructor(
    private readonly subscriber: Subscriber<LlmDelta>,
    private readonly watcher: CallWatcher,
    private readonly tailMs: number,
  ) {
    this.#reader = new CompletionReader(() => watcher.badChunk?.());
  }

  /** Ends the request, wherever it is. */
  abort(): void {
    clearTimeout(this.#tail);
    this.#controller?.abort(ABORTED);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // It may have waited for a socket longer than its subscriber for it.
    if (this.subscriber.closed) return controller.abort(ABORTED);
    this.#controller = controller;
    this.watcher.sent?.();
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    if (status < 200) return;
    // Parsed already; as bytes they would stay as long as the stream, with the read they came in.
    controller.rawHeaders = null;
    this.#status = status;
    if (status >= 300) this.#headers = headers;
    const type = headers['content-type'] ?? '';
    if (status >= 300 || type.includes('application/json')) this.#document = [];
    else if (type.includes('text/html')) return this.#fail(invalidResponse());
    if (status < 300) this.watcher.accepted?.();
  }

  onResponseData(_: unknown, bytes: Buffer): void {
    if (this.subscriber.closed) return;
    if (this.#document) this.#keep(this.#document, bytes);
    else this.#emit(this.#reader.push(bytes));
  }

  onResponseEnd(): void {
    this.#close();
    if (this.subscriber.closed) return;
    if (this.#status >= 300) return this.#fail(refusal(this.#status, this.#headers ?? {}, this.#text()));
    this.#emit(this.#document ? this.#reader.document(this.#text()) : this.#reader.end());
    if (!this.#reader.finishReason) return this.#fail(truncated());
    this.#finish();
    // After undici has taken the socket back, which it does in an immediate of its own, so that the next can have it.
    queueMicrotask(() => setImmediate(() => this.subscriber.complete()));
  }

  onResponseError(_: unknown, error: Error): void {
    this.#close();
    if (this.subscriber.closed) return;
    if (!this.#reader.finishReason) return this.#fail(unreachable(error));
    this.#finish();
    this.subscriber.complete();
  }

  #emit(pieces: readonly string[]): void {
    if (pieces.length > 0) {
      this.#spoken = true;
      this.subscriber.next({ type: 'text', pieces });
    }
    const { failure, finishReason, done } = this.#reader;
    if (failure) return this.#fail(failure);
    if (done && finishReason) this.#finish();
    if (finishReason) this.#tail ??= setTimeout(() => this.#giveUpWaiting(), this.tailMs);
  }

  /** The model is finished, its server dawdles: the text is whole. */
  #giveUpWaiting(): void {
    this.#finish();
    this.subscriber.complete();
  }

  #finish(): void {
    if (this.#finished) return;
    this.#finished = true;
    this.subscriber.next({ type: 'finish', reason: this.#reader.finishReason ?? 'stop', usage: this.#reader.usage });
  }

  /** Whatever ends a stream that has begun to speak, it has been cut off: there is no second try for it. */
  #fail(error: UpstreamError): void {
    this.subscriber.error(this.#spoken ? truncated(error) : error);
  }

  #close(): void {
    clearTimeout(this.#tail);
    if (this.#controller) this.watcher.closed?.();
    this.#controller = undefined;
  }

  #keep(document: Buffer[], bytes: Buffer): void {
    this.#documentBytes += bytes.length;
    if (this.#documentBytes > MOST_DOCUMENT_BYTES) this.#fail(invalidResponse());
    else document.push(Buffer.from(bytes));
  }

  #text(): string {
    return this.#document ? Buffer.concat(this.#document).toString() : '';
  }
}
