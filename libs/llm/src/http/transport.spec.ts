import { describe, expect, it } from '@jest/globals';
import type { Dispatcher } from 'undici';
import type { AnswerDelta } from '../answers/answer-delta.js';
import { AnswerReader } from '../answers/answer-reader.js';
import { CompletionChunks } from '../openai/completion-chunks.js';
import type { UpstreamError } from '../upstream.error.js';
import type { OutgoingRequest } from './outgoing-request.js';
import { Transport } from './transport.js';

const request: OutgoingRequest = {
  path: '/v1/chat/completions',
  headers: {},
  body: Buffer.from('{}'),
  variant: 0,
  expectsUsage: false,
  maxCharacters: 100,
  maxHiddenCharacters: 100,
};
const patience = { plausibleMs: 1_000, implausibleMs: 5_000 };
const chunk = (fields: object) => Buffer.from(`data: ${JSON.stringify({ choices: [fields] })}\n\n`);

/** A pool whose only request is answered by the test. With `obedient`, an abort ends the request, as with undici. */
class PoolByHand {
  handler!: Dispatcher.DispatchHandler;
  aborted = false;
  readonly paths: string[] = [];
  readonly controller = {
    abort: (reason: Error) => {
      this.aborted = true;
      if (this.obedient) this.handler.onResponseError?.(this.controller, reason);
    },
  } as Dispatcher.DispatchController;

  constructor(private readonly obedient = true) {}

  dispatch({ path }: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): void {
    this.paths.push(path);
    this.handler = handler;
  }

  distrust(): void {
    throw new Error('no request was late');
  }

  start(): void {
    this.handler.onRequestStart?.(this.controller, {});
  }

  answer(status: number, headers: Readonly<Record<string, string>>, ...body: readonly Buffer[]): void {
    this.start();
    this.handler.onResponseStart?.(this.controller, status, headers);
    for (const bytes of body) this.handler.onResponseData?.(this.controller, bytes);
  }

  end(): void {
    this.handler.onResponseEnd?.(this.controller, {});
  }
}

const SSE = { 'content-type': 'text/event-stream' };
const JSON_TYPE = { 'content-type': 'application/json' };

function setUp(pool = new PoolByHand()) {
  const orphans: number[] = [];
  const transport = new Transport('http://127.0.0.1:1', pool, patience, () => orphans.push(transport.orphans));
  const deltas: AnswerDelta[] = [];
  const ends: string[] = [];
  const watched: string[] = [];
  const subscription = transport
    .send(
      () => request,
      () => new AnswerReader(new CompletionChunks()),
      {
        sent: () => watched.push('sent'),
        accepted: () => watched.push('accepted'),
        closed: () => watched.push('closed'),
      },
    )
    .subscribe({
      next: (delta) => deltas.push(delta),
      error: ({ code }: UpstreamError) => ends.push(code),
      complete: () => ends.push('complete'),
    });
  return { pool, transport, deltas, ends, watched, orphans, subscription };
}

const laterImmediates = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('Transport', () => {
  it('emits one delta a read, and one finish at the end', async () => {
    const { pool, deltas, ends, watched } = setUp();
    const read = Buffer.concat(['x', 'y'].map((content) => chunk({ delta: { content } })));
    pool.answer(200, SSE, read, chunk({ delta: {}, finish_reason: 'stop' }));
    pool.end();
    await laterImmediates();
    expect(deltas).toEqual([
      { type: 'text', pieces: ['xy'] },
      { type: 'finish', reason: 'stop', usage: undefined },
    ]);
    expect([ends, watched]).toEqual([['complete'], ['sent', 'accepted', 'closed']]);
  });

  it('completes when the connection breaks after the model has finished', () => {
    const { pool, deltas, ends } = setUp();
    pool.answer(200, SSE, chunk({ delta: { content: 'x' }, finish_reason: 'stop' }));
    pool.handler.onResponseError?.(pool.controller, new Error('reset'));
    expect([deltas.at(-1)?.type, ends]).toEqual(['finish', ['complete']]);
  });

  it('fails with llm.unavailable when it breaks before any text, with llm.truncated afterwards', () => {
    const [early, late] = [setUp(), setUp()];
    early.pool.answer(200, SSE);
    early.pool.handler.onResponseError?.(early.pool.controller, new Error('reset'));
    late.pool.answer(200, SSE, chunk({ delta: { content: 'x' } }));
    late.pool.handler.onResponseError?.(late.pool.controller, new Error('reset'));
    expect([early.ends, late.ends]).toEqual([['llm.unavailable'], ['llm.truncated']]);
  });

  it('reads a whole completion from a server that does not stream, and nothing from another document', async () => {
    const [whole, other] = [setUp(), setUp()];
    const document = { choices: [{ message: { content: 'whole' }, finish_reason: 'stop' }] };
    whole.pool.answer(200, JSON_TYPE, Buffer.from(JSON.stringify(document)));
    other.pool.answer(200, JSON_TYPE, Buffer.from('{"status":"ok"}'));
    whole.pool.end();
    other.pool.end();
    await laterImmediates();
    expect([whole.deltas[0], whole.ends]).toEqual([{ type: 'text', pieces: ['whole'] }, ['complete']]);
    expect(other.ends).toEqual(['llm.invalid_response']);
  });

  it('rejects a document over 1 MB', () => {
    const { pool, ends } = setUp();
    pool.answer(500, {}, Buffer.alloc(600_000), Buffer.alloc(600_000));
    expect([ends, pool.aborted]).toEqual([['llm.invalid_response'], true]);
  });

  it('aborts on unsubscribing', () => {
    const { pool, subscription, watched, orphans } = setUp();
    pool.answer(200, SSE);
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
    pool.answer(200, SSE);
    subscription.unsubscribe();
    expect(transport.orphans).toBe(1);
    pool.end();
    expect([transport.orphans, orphans]).toEqual([0, [1, 0]]);
  });

  it.each([307, 308])('follows a %i on the same origin, and no other', (status) => {
    const [same, other] = [setUp(), setUp()];
    same.pool.answer(status, { location: '/moved?x=1' });
    same.pool.end();
    same.pool.answer(200, SSE, chunk({ delta: { content: 'x' }, finish_reason: 'stop' }));
    expect(same.pool.paths).toEqual(['/v1/chat/completions', '/moved?x=1']);
    expect(same.deltas).toEqual([{ type: 'text', pieces: ['x'] }]);
    other.pool.answer(status, { location: 'http://example.org/v1/chat/completions' });
    other.pool.end();
    expect([other.pool.paths.length, other.ends]).toEqual([1, ['llm.invalid_response']]);
  });

  it('stops following circular redirects', () => {
    const { pool, ends } = setUp();
    for (let times = 0; times < 4; times++) {
      pool.answer(307, { location: '/v1/chat/completions' });
      pool.end();
    }
    expect([pool.paths.length, ends]).toEqual([4, ['llm.invalid_response']]);
  });

  it('ends a text that is much longer than its limit', () => {
    const { pool, ends } = setUp();
    pool.answer(200, SSE, ...Array.from({ length: 11 }, () => chunk({ delta: { content: 'x'.repeat(10) } })));
    expect([ends, pool.aborted]).toEqual([['llm.incomplete'], true]);
  });
});
