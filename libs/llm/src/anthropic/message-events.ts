import type { AnswerSink, ChunkReader } from '../answers/answer-sink.js';
import { fieldsOf, textOf } from '../answers/loose-json.js';
import { readUsage } from '../answers/read-usage.js';
import type { TokenUsage } from '../llm-client.js';
import { refusalIn } from '../refusal.js';

/** Parses the stream events and the whole document of the Messages API. */
export class MessageEvents implements ChunkReader {
  /** Upstreams report the prompt's tokens in the first event and the answer's in the last. */
  #promptTokens = 0;

  read(bytes: Buffer, start: number, end: number, sink: AnswerSink): boolean {
    let value: unknown;
    try {
      value = JSON.parse(bytes.toString('utf8', start, end));
    } catch {
      return false;
    }
    this.#event(fieldsOf(value), value, sink);
    return true;
  }

  #event(event: Fields, value: unknown, sink: AnswerSink): void {
    if (event['type'] === 'error' || Object.keys(fieldsOf(event['error'])).length > 0)
      return sink.fail(refusalIn(event['error'] ?? event), JSON.stringify(value));
    switch (event['type']) {
      case 'message_start':
        return this.#message(fieldsOf(event['message']), sink);
      case 'message':
        return this.#message(event, sink);
      case 'content_block_start':
        return block(fieldsOf(event['content_block']), sink);
      case 'content_block_delta':
        return block(fieldsOf(event['delta']), sink);
      case 'message_delta':
        this.#stopped(fieldsOf(event['delta']), sink);
        return this.#usage(event['usage'], sink);
      case 'message_stop':
        return sink.done();
      default:
    }
  }

  #message(message: Fields, sink: AnswerSink): void {
    for (const part of Array.isArray(message['content']) ? (message['content'] as unknown[]) : [])
      block(fieldsOf(part), sink);
    this.#stopped(message, sink);
    this.#usage(message['usage'], sink);
  }

  #stopped({ stop_reason: reason }: Fields, sink: AnswerSink): void {
    if (typeof reason === 'string') sink.finish(reason);
  }

  #usage(value: unknown, sink: AnswerSink): void {
    const usage = fieldsOf(value);
    const cached = ['cache_creation_input_tokens', 'cache_read_input_tokens']
      .map((name) => usage[name])
      .filter((count) => typeof count === 'number')
      .reduce((sum, count) => sum + count, 0);
    const counted = readUsage(usage);
    if (!counted) return;
    const { promptTokens, completionTokens } = counted;
    this.#promptTokens = Math.max(this.#promptTokens, promptTokens + cached);
    if (completionTokens > 0) sink.usage({ promptTokens: this.#promptTokens, completionTokens } satisfies TokenUsage);
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** Handles a content block or a delta of one. Thinking, its signature and tool input are never shown. */
function block(part: Fields, sink: AnswerSink): void {
  const { type } = part;
  if (type === 'tool_use' || type === 'input_json_delta') return sink.toolCalled();
  const hidden = [part['thinking'], part['signature'], part['data']].find((text) => typeof text === 'string');
  if (typeof hidden === 'string') return sink.reasoned(hidden.length);
  sink.text(textOf([part], () => undefined));
}
