import type { AnswerSink, ChunkReader } from '../answers/answer-sink.js';
import { readUsage } from '../answers/read-usage.js';
import { fieldsOf, textOf } from '../answers/loose-json.js';
import { TextSoFar } from '../answers/text-so-far.js';
import { refusalIn } from '../refusal.js';
import { ChunkScanner } from './chunk-scanner.js';
import { errorOf } from './chunk-error.js';
import { REASONING_FIELDS } from './reasoning-fields.js';

/** Parses chunks and whole documents of the Chat Completions API, including known deviations of compatible servers. */
export class CompletionChunks implements ChunkReader {
  readonly #scanner = new ChunkScanner();
  readonly #text = new TextSoFar();
  /** Set by the first delta; a later `message` is then ignored, because it repeats the text. */
  #deltas = false;
  /** The index of the first choice. Only one completion is requested: other choices are server errors. */
  #index: number | undefined;

  read(bytes: Buffer, start: number, end: number, sink: AnswerSink): boolean {
    const scanner = this.#scanner;
    if ((this.#index ?? 0) === 0 && scanner.scan(bytes, start, end)) {
      if (scanner.content !== '') this.#delta(scanner.content, sink);
      if (scanner.finishReason !== undefined) sink.finish(scanner.finishReason);
      return true;
    }
    return this.#parse(bytes.toString('utf8', start, end), sink);
  }

  end(sink: AnswerSink): void {
    const held = this.#text.end();
    if (held !== '') sink.text(held);
  }

  #parse(text: string, sink: AnswerSink): boolean {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return false;
    }
    for (const chunk of Array.isArray(value) ? (value as unknown[]) : [value]) this.#chunk(chunk, sink);
    return true;
  }

  #chunk(value: unknown, sink: AnswerSink): void {
    const chunk = fieldsOf(value);
    const choice = this.#choiceOf(chunk['choices']);
    const error = errorOf(chunk, choice);
    if (error !== undefined) return sink.fail(refusalIn(error), JSON.stringify(value));
    if (choice) this.#choice(choice, sink);
    const usage = readUsage(chunk['usage'] ?? fieldsOf(chunk['x_groq'])['usage'] ?? choice?.['usage']);
    if (usage) sink.usage(usage);
  }

  #choiceOf(value: unknown): Fields | undefined {
    const choices = Array.isArray(value) ? (value as unknown[]).map(fieldsOf) : [];
    const indexes = choices.map(({ index }) => Number(index ?? 0));
    if (choices.length > 0) this.#index ??= indexes.includes(0) ? 0 : indexes[0];
    return choices[indexes.indexOf(this.#index ?? 0)];
  }

  #choice(choice: Fields, sink: AnswerSink): void {
    const delta = fieldsOf(choice['delta']);
    const message = fieldsOf(choice['message']);
    for (const part of [delta, message]) readAsides(part, sink);
    const text = textOf(delta['content'], (hidden) => sink.reasoned(hidden));
    if (text !== '') this.#delta(text, sink);
    else if (!this.#deltas) this.#whole(message['content'] ?? choice['text'], sink);
    const reason = reasonIn(choice['finish_reason'] ?? delta['finish_reason'] ?? choice['finish_details']);
    if (reason !== undefined) sink.finish(reason);
  }

  #delta(text: string, sink: AnswerSink): void {
    this.#deltas = true;
    this.#index ??= 0;
    sink.text(this.#text.addDelta(text));
  }

  /** Handles a document's whole text, or the text so far. */
  #whole(content: unknown, sink: AnswerSink): void {
    const text = textOf(content, (hidden) => sink.reasoned(hidden));
    if (text !== '') sink.text(this.#text.addSnapshot(text));
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** A finish reason as text, or in an object such as `{"type":"stop"}`. */
function reasonIn(value: unknown): string | undefined {
  const reason = typeof value === 'string' ? value : fieldsOf(value)['type'];
  return typeof reason === 'string' ? reason : undefined;
}

function readAsides(part: Fields, sink: AnswerSink): void {
  for (const name of REASONING_FIELDS) {
    const reasoning = part[name];
    if (reasoning === undefined || reasoning === null || reasoning === '') continue;
    sink.reasoned(typeof reasoning === 'string' ? reasoning.length : JSON.stringify(reasoning).length);
  }
  const { refusal, tool_calls: tools, function_call: called } = part;
  if (typeof refusal === 'string' && refusal !== '') sink.refused();
  if ((Array.isArray(tools) && tools.length > 0) || (called !== undefined && called !== null)) sink.toolCalled();
}
