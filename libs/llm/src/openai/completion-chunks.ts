import type { AnswerSink, ChunkReader } from '../answers/answer-sink.js';
import { readUsage } from '../answers/read-usage.js';
import { fieldsOf, textOf } from '../answers/loose-json.js';
import { refusalIn } from '../refusal.js';
import { ChunkScanner } from './chunk-scanner.js';

/** Fields in which servers send reasoning separately from the text. */
const REASONING = ['reasoning_content', 'reasoning', 'reasoning_details', 'thinking', 'thought'];

/** Parses chunks and whole documents of the Chat Completions API, including known deviations of compatible servers. */
export class CompletionChunks implements ChunkReader {
  readonly #scanner = new ChunkScanner();
  /** Set by the first delta; a later `message` is then ignored, because it repeats the text. */
  #deltas = false;
  /** The text so far, for servers that repeat the whole text in every chunk. */
  #cumulative = '';

  read(bytes: Buffer, start: number, end: number, sink: AnswerSink): boolean {
    const scanner = this.#scanner;
    if (scanner.scan(bytes, start, end)) {
      if (scanner.content !== '') this.#delta(scanner.content, sink);
      if (scanner.finishReason !== undefined) sink.finish(scanner.finishReason);
      return true;
    }
    return this.#parse(bytes.toString('utf8', start, end), sink);
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
    const error = errorOf(chunk);
    if (error !== undefined) return sink.fail(refusalIn(error), JSON.stringify(value));
    const choice = firstChoice(chunk['choices']);
    if (choice) this.#choice(choice, sink);
    const usage = readUsage(chunk['usage'] ?? fieldsOf(chunk['x_groq'])['usage']);
    if (usage) sink.usage(usage);
  }

  #choice(choice: Fields, sink: AnswerSink): void {
    const delta = fieldsOf(choice['delta']);
    const message = fieldsOf(choice['message']);
    for (const part of [delta, message]) readAsides(part, sink);
    const text = textOf(delta['content'], (hidden) => sink.reasoned(hidden));
    if (text !== '') this.#delta(text, sink);
    else if (!this.#deltas) this.#whole(message['content'] ?? choice['text'], sink);
    const reason = choice['finish_reason'] ?? delta['finish_reason'];
    if (typeof reason === 'string') sink.finish(reason);
  }

  #delta(text: string, sink: AnswerSink): void {
    this.#deltas = true;
    sink.text(text);
  }

  /** Handles a document's whole text, or the text so far: passes on only what is new. */
  #whole(content: unknown, sink: AnswerSink): void {
    const text = textOf(content, (hidden) => sink.reasoned(hidden));
    if (text === '') return;
    const repeats = text.startsWith(this.#cumulative);
    const added = repeats ? text.slice(this.#cumulative.length) : text;
    this.#cumulative = repeats ? text : this.#cumulative + text;
    sink.text(added);
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** Only one completion is requested: choices with another index are server errors and are ignored. */
function firstChoice(choices: unknown): Fields | undefined {
  if (!Array.isArray(choices)) return undefined;
  return (choices as unknown[]).map(fieldsOf).find(({ index }) => index === undefined || index === null || index === 0);
}

function readAsides(part: Fields, sink: AnswerSink): void {
  for (const name of REASONING) {
    const reasoning = part[name];
    if (reasoning === undefined || reasoning === null || reasoning === '') continue;
    sink.reasoned(typeof reasoning === 'string' ? reasoning.length : JSON.stringify(reasoning).length);
  }
  const { refusal, tool_calls: tools, function_call: called } = part;
  if (typeof refusal === 'string' && refusal !== '') sink.refused();
  if ((Array.isArray(tools) && tools.length > 0) || (called !== undefined && called !== null)) sink.toolCalled();
}

/** The error object of a chunk in any of the forms that servers use; undefined when there is none. */
function errorOf(chunk: Fields): unknown {
  const { error, choices, object, type } = chunk;
  if (typeof error === 'string' ? error !== '' : Object.keys(fieldsOf(error)).length > 0) return error;
  if (Array.isArray(choices)) return undefined;
  const { error_type: errorType, error_message: errorMessage, detail, message, code } = chunk;
  if (errorType !== undefined || errorMessage !== undefined) return { type: errorType, message: errorMessage, code };
  if (object === 'error' || type === 'error' || detail !== undefined) return chunk;
  return typeof message === 'string' && code !== undefined ? chunk : undefined;
}
