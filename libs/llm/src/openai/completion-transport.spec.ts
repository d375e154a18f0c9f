import { describe, expect, it } from '@jest/globals';
import type { Dispatcher } from 'undici';
import type { LlmDelta } from '../llm-client.js';
import { CompletionTransport } from './completion-transport.js';
import type { UpstreamError } from './upstream.error.js';

const endpoint = { origin: 'http://127.0.0.1:1', path: '/v1/chat/completions', headers: {} };
const chunk = (fields: object) => Buffer.from(`data: ${JSON.stringify({ choices: [fields] })}\n\n`);

/** A pool whose one request the test answers by hand. `obedient` ends it when it is aborted, as undici does. */
class PoolByHand {
  handler!: Dispatcher.DispatchHandler;
  aborted = false;
  readonly controller = {
    abort: (reason: Error) => {
      this.aborted = true;
      if (this.obedient) this.handler.onResponseError?.(this.controller, reason);
    },
  } as Dispatcher.DispatchController;

  constructor(private readonly obedient = true) {}

  dispatch(_: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): void {
    this.handler = handler;
  }

  distrust(): void {
    throw new Error('nothing was late');
  }

  start(): void {
    this.handler.onRequestStart?.(this.controller, {});
  }

  answer(status: number, type: string, ...body: readonly Buffer[]): void {
    this.start();
    this.handler.onResponseStart?.(this.controller, status, { 'content-type': type });
    for (const bytes of body) this.handler.onResponseData?.(this.controller, bytes);
  }

  end(): void {
    this.handler.onResponseEnd?.(this.controller, {});
  }
}

function setUp(pool = new PoolByHand()) {
  const orphans: number[] = [];
  const transport = new CompletionTransport(endpoint, pool, 1_000, () => orphans.push(transport.orphans));
  const deltas: LlmDelta[] = [];
  const ends: string[] = [];
  const watched: string[] = [];
  const subscription = transport
    .send(() => '{}', {
      sent: () => watched.push('sent'),
      accepted: () => watched.push('accepted'),
      closed: () => watched.push('closed'),
    })
    .subscribe({
      next: (delta) => deltas.push(delta),
      error: ({ code }: UpstreamError) => ends.push(code),
      complete: () => ends.push('complete'),
    });
  return { pool, transport, deltas, ends, watched, orphans, subscription };
}

const laterImmediates = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('CompletionTransport', () => {
  it('makes one delta of one read, and one finish of the end', async () => {
    const { pool, deltas, ends, watched } = setUp();
    const read = Buffer.concat(['a', 'b'].map((content) => chunk({ delta: { content } })));
    pool.answer(200, 'text/event-stream', read, chunk({ delta: {}, finish_reason: 'length' }));
    pool.end();
    await laterImmediates();
    expect(deltas).toEqual([
      { type: 'text', pieces: ['a', 'b'] },
      { type: 'finish', reason: 'length', usage: undefined },
    ]);
    expect([ends, watched]).toEqual([['complete'], ['sent', 'accepted', 'closed']]);
  });

  it('is whole when the connection breaks after the model has finished', () => {
    const { pool, deltas, ends } = setUp();
    pool.answer(200, 'text/event-stream', chunk({ delta: { content: 'a' }, finish_reason: 'stop' }));
    pool.handler.onResponseError?.(pool.controller, new Error('reset'));
    expect([deltas.at(-1)?.type, ends]).toEqual(['finish', ['complete']]);
  });

  it('is unavailable when it breaks before any text, truncated afterwards', () => {
    const [early, late] = [setUp(), setUp()];
    early.pool.answer(200, 'text/event-stream');
    early.pool.handler.onResponseError?.(early.pool.controller, new Error('reset'));
    late.pool.answer(200, 'text/event-stream', chunk({ delta: { content: 'a' } }));
    late.pool.handler.onResponseError?.(late.pool.controller, new Error('reset'));
    expect([early.ends, late.ends]).toEqual([['llm.unavailable'], ['llm.truncated']]);
  });

  it('reads a whole completion from a server that does not stream, and nothing from another document', async () => {
    const [whole, other] = [setUp(), setUp()];
    const document = { choices: [{ message: { content: 'whole' }, finish_reason: 'stop' }] };
    whole.pool.answer(200, 'application/json', Buffer.from(JSON.stringify(document)));
    other.pool.answer(200, 'application/json', Buffer.from('{"status":"ok"}'));
    whole.pool.end();
    other.pool.end();
    await laterImmediates();
    expect([whole.deltas[0], whole.ends]).toEqual([{ type: 'text', pieces: ['whole'] }, ['complete']]);
    expect(other.ends).toEqual(['llm.invalid_response']);
  });

  it('refuses a document that is too large to be one', () => {
    const { pool, ends } = setUp();
    pool.answer(500, 'text/plain', Buffer.alloc(600_000), Buffer.alloc(600_000));
    expect([ends, pool.aborted]).toEqual([['llm.invalid_response'], true]);
  });

  it('aborts on unsubscribing', () => {
    const { pool, subscription, watched, orphans } = setUp();
    pool.answer(200, 'text/event-stream');
    subscription.unsubscribe();
    expect([pool.aborted, watched.at(-1), orphans]).toEqual([true, 'closed', []]);
  });

  it('aborts a request that gets its socket only after its reader has left', () => {
    const { pool, subscription, watched } = setUp();
    subscription.unsubscribe();
    expect(pool.aborted).toBe(false);
    pool.start();
    expect([pool.aborted, watched]).toEqual([true, []]);
  });

  it('counts requests that go on without a reader until they end', () => {
    const { pool, transport, subscription, orphans } = setUp(new PoolByHand(false));
    pool.answer(200, 'text/event-stream');
    subscription.unsubscribe();
    expect(transport.orphans).toBe(1);
    pool.end();
    expect([transport.orphans, orphans]).toEqual([0, [1, 0]]);
  });
});
