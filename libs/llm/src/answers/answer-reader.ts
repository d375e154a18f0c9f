import type { TokenUsage } from '../llm-client.js';
import { invalidResponse, unavailable } from '../refusal.js';
import type { UpstreamError } from '../upstream.error.js';
import { type Ending, endingOf, isNoReason, isTokenLimit } from './answer-ending.js';
import type { AnswerSink, ChunkReader } from './answer-sink.js';
import { LineScanner, type LineReceiver, MAX_LINE_BYTES } from './line-scanner.js';
import { isEndMarker, looksLikeJson, trimmed } from './payload-bytes.js';
import { VisibleText, type VisibleTextOptions } from './visible-text.js';

/** Malformed JSON chunks that are skipped and counted in one answer; one more fails the answer. */
const MAX_BAD_CHUNKS = 3;
const LESS_THAN = 0x3c;
/** The end marker in other spellings, which some servers send. */
const DONE = /^"?\[?done\]?"?$/i;
/** An error as plain text. */
const ERROR = /^\[?error\b/i;

export interface AnswerReaderOptions extends VisibleTextOptions {
  readonly onBadChunk?: () => void;
}

/**
 * Parses the body of one answer and holds its state so far. Detects the framing from the bytes, not from the headers:
 * SSE, newline-delimited JSON, or one JSON document.
 */
export class AnswerReader implements LineReceiver, AnswerSink {
  /** How the text ended; undefined until the upstream sends a finish reason. */
  ending: Ending | undefined;
  usageSoFar: TokenUsage | undefined;
  /** True once the upstream has sent its end marker: `[DONE]` or `message_stop`. */
  isDone = false;
  failure: UpstreamError | undefined;
  /** The upstream's error body for `failure`. Never log it: it may quote the prompt or the API key. */
  failureDetail: string | undefined;
  /**
   * Whether `ending` probably marks the end of the text: at least two chunks with text had arrived when it came, and
   * none followed it. Some servers send `stop` with every chunk.
   */
  isEndingPlausible = false;
  /** Whether the finish reason was the token limit. */
  isAtTokenLimit = false;
  declined = false;
  /** True once any part of a completion was read: text, reasoning, a finish reason, usage, a refusal or a tool call. */
  isCompletion = false;
  readonly #lines = new LineScanner(this);
  readonly #visible: VisibleText;
  readonly #onBadChunk: () => void;
  #text = '';
  #chunksWithText = 0;
  #textSinceEnding = false;
  #hiddenCharacters = 0;
  #badChunks = 0;
  #event = '';
  /** An incomplete JSON value that spans several `data:` lines of one event. */
  #pending: string | undefined;
  #document: string | undefined;

  constructor(
    private readonly chunks: ChunkReader,
    options: AnswerReaderOptions = {},
  ) {
    this.#visible = new VisibleText(options);
    this.#onBadChunk = options.onBadChunk ?? (() => undefined);
  }

  /** @returns the visible text that these bytes complete, as one string; often empty */
  push(bytes: Buffer): string {
    this.#lines.push(bytes);
    return this.#take();
  }

  /** Handles the end of the body. @returns the visible text of its last line */
  end(): string {
    this.#lines.end();
    this.#endEvent();
    if (this.#document !== undefined && !this.#json(this.#document)) this.#bad();
    this.chunks.end?.(this);
    return this.#take();
  }

  /**
   * Handles the end of the answer.
   * @returns the text held back so far: an incomplete tag, or text that was assumed to be reasoning
   */
  rest(): string {
    this.chunks.end?.(this);
    return this.#take() + this.#visible.end(this.ending === 'stop');
  }

  /** Characters of reasoning so far. */
  get hidden(): number {
    return this.#hiddenCharacters + this.#visible.hiddenCharacters;
  }

  /** True when reasoning was passed on as visible text before its closing tag identified it. */
  get leaked(): boolean {
    return this.#visible.leaked;
  }

  #take(): string {
    if (this.#text === '') return '';
    const text = this.#text;
    this.#text = '';
    return this.#visible.push(text);
  }

  data(bytes: Buffer, from: number, to: number): void {
    if (this.failure) return;
    const [start, end] = trimmed(bytes, from, to);
    if (start === end) return;
    if (this.#event === 'error') return this.#errorEvent(bytes, start, end);
    if (this.#pending !== undefined) return this.#continue(bytes.toString('utf8', start, end));
    // Before the attempt to parse it as JSON, whose error takes longer than all other lines of a short answer.
    if (isEndMarker(bytes, start, end)) return this.done();
    if (!looksLikeJson(bytes, start)) return this.#plain(bytes.toString('utf8', start, end));
    if (this.chunks.read(bytes, start, end, this)) return;
    const text = bytes.toString('utf8', start, end);
    if (DONE.test(text)) this.done();
    else if (ERROR.test(text)) this.fail(unavailable(), text);
    else this.#pending = text;
  }

  event(name: string): void {
    this.#event = name.toLowerCase();
  }

  blank(): void {
    this.#endEvent();
  }

  raw(bytes: Buffer, from: number, to: number): void {
    if (this.failure) return;
    const [start, end] = trimmed(bytes, from, to);
    if (this.#document !== undefined) return this.#continueDocument(bytes.toString('utf8', start, end));
    if (bytes[start] === LESS_THAN && !this.isCompletion) return this.fail(invalidResponse());
    if (!looksLikeJson(bytes, start) || this.chunks.read(bytes, start, end, this)) return;
    const text = bytes.toString('utf8', start, end);
    if (DONE.test(text)) this.done();
    else this.#document = text;
  }

  oversized(): void {
    this.#bad();
  }

  text(content: string): void {
    this.isCompletion = true;
    if (this.isDone || content === '') return;
    if (this.ending) {
      this.isEndingPlausible = false;
      this.#textSinceEnding = true;
    }
    this.#chunksWithText++;
    this.#text += content;
  }

  reasoned(characters: number): void {
    this.isCompletion = true;
    this.#hiddenCharacters += characters;
    this.#visible.reasoningIsSeparate();
  }

  finish(reason: string): void {
    this.isCompletion = true;
    if (isNoReason(reason)) return;
    const ending = endingOf(reason);
    // Some relays send `stop` after the real reason.
    if (ending === 'stop' && this.ending !== undefined && this.ending !== 'stop' && !this.#textSinceEnding) return;
    if (this.ending === undefined) this.isEndingPlausible = this.#chunksWithText > 1;
    this.ending = ending;
    this.isAtTokenLimit = isTokenLimit(reason);
    this.#textSinceEnding = false;
  }

  usage(usage: TokenUsage): void {
    this.isCompletion = true;
    this.usageSoFar = usage;
  }

  refused(): void {
    this.isCompletion = true;
    this.declined = true;
  }

  toolCalled(): void {
    this.isCompletion = true;
  }

  done(): void {
    this.chunks.end?.(this);
    this.isDone = true;
  }

  fail(error: UpstreamError, detail?: string): void {
    // What follows the end marker does not concern the text.
    if (this.failure || this.isDone) return;
    this.failure = error;
    this.failureDetail = detail;
  }

  #plain(text: string): void {
    if (DONE.test(text)) this.done();
    else if (ERROR.test(text)) this.fail(unavailable(), text);
    // Other text that is not JSON is a keepalive: ignore it.
  }

  #errorEvent(bytes: Buffer, start: number, end: number): void {
    // Fails with the error's own code where its form is known.
    this.chunks.read(bytes, start, end, this);
    this.fail(unavailable(), bytes.toString('utf8', start, end));
  }

  /** Appends a further `data:` line to the incomplete JSON of an event. */
  #continue(line: string): void {
    const joined = `${this.#pending}\n${line}`;
    this.#pending = undefined;
    if (this.#json(joined)) return;
    if (!this.#json(line)) this.#pending = joined;
    else this.#bad();
    if (joined.length > MAX_LINE_BYTES) this.#endEvent();
  }

  #continueDocument(line: string): void {
    this.#document += `\n${line}`;
    if ((this.#document?.length ?? 0) <= MAX_LINE_BYTES) return;
    this.#document = undefined;
    this.fail(invalidResponse());
  }

  #endEvent(): void {
    this.#event = '';
    if (this.#pending === undefined) return;
    this.#pending = undefined;
    this.#bad();
  }

  #json(text: string): boolean {
    const bytes = Buffer.from(text);
    return this.chunks.read(bytes, 0, bytes.length, this);
  }

  #bad(): void {
    this.#onBadChunk();
    if (++this.#badChunks > MAX_BAD_CHUNKS) this.fail(invalidResponse());
  }
}
