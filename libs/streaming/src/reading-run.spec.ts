import { describe, expect, it } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';
import { NEVER, Subject, concat, lastValueFrom, of, reduce, throwError } from 'rxjs';
import { encodeFrame } from './encode-frame.js';
import type { EventBatch, ReadingEvent } from './reading-event.js';
import { type FlushedFrames, ReadingRun } from './reading-run.js';

const delta = (content: string): ReadingEvent => ({ event: 'delta', data: { section: 'summary', content } });
const done: ReadingEvent = { event: 'done', data: { done: true, status: 'ok', ms: 1, timings: {} } };

function runOf(overrides: Partial<ConstructorParameters<typeof ReadingRun>[0]> = {}) {
  const log = { abandoned: 0, startFailed: 0, flushed: [] as FlushedFrames[] };
  const run = new ReadingRun({
    id: 'r',
    encode: encodeFrame,
    onAbandoned: () => log.abandoned++,
    onStartFailed: () => log.startFailed++,
    onFlush: (flushed) => log.flushed.push(flushed),
    ...overrides,
  });
  return { run, log };
}

const whole = (run: ReadingRun, after = 0) =>
  lastValueFrom(run.frames(after).pipe(reduce((all, chunk) => all + chunk.toString(), '')));
const ids = (bytes: string) => [...bytes.matchAll(/^id: r\.(\d+)$/gm)].map(([, seq]) => Number(seq));

describe('ReadingRun', () => {
  it('sends everything that one event-loop turn produced in one chunk', async () => {
    const { run } = runOf();
    const source = new Subject<EventBatch>();
    const chunks: string[] = [];
    run
      .start(source)
      .frames()
      .subscribe((chunk) => chunks.push(chunk.toString()));
    source.next([delta('a'), delta('b')]);
    source.next([delta('c')]);
    await turn();
    source.next([done]);
    await turn();
    expect(chunks.map(ids)).toEqual([[1, 2, 3], [4]]);
  });

  it('sends every reader the same bytes, whenever it joins', async () => {
    const { run } = runOf();
    const source = new Subject<EventBatch>();
    run.start(source);
    const first = whole(run);
    source.next([delta('a')]);
    await turn();
    const second = whole(run);
    source.next([delta('b')]);
    await turn();
    source.next([done]);
    const late = turn().then(() => whole(run));
    const [a, b, c] = await Promise.all([first, second, late]);
    expect(ids(a)).toEqual([1, 2, 3]);
    expect(b).toBe(a);
    expect(c).toBe(a);
  });

  it('resumes exactly after every event: before + after = whole', async () => {
    const { run } = runOf();
    const events = [...Array.from({ length: 200 }, (_, at) => delta(`뱀 ${at}\n`)), done];
    run.start(of(...events.map((event) => [event])));
    const all = await whole(run);
    const frames = all.split(/(?<=\n\n)/);
    for (let after = 0; after <= frames.length; after++) {
      expect(frames.slice(0, after).join('') + (await whole(run, after))).toBe(all);
    }
  });

  it('ends a source that errors or completes without an end with exactly one done', async () => {
    for (const source of [
      concat(
        of([delta('a')]),
        throwError(() => new Error('x')),
      ),
      of([delta('a')]),
    ]) {
      const bytes = await whole(runOf().run.start(source));
      expect(bytes.match(/"done":true,"status":"failed"/g)).toHaveLength(1);
      expect(bytes).not.toContain('"x"');
    }
  });

  it('rejects `begun` and sends nothing when the source errors before the first event', async () => {
    const { run, log } = runOf();
    run.start(throwError(() => new RangeError('no')));
    await expect(run.begun).rejects.toThrow('no');
    expect([log.startFailed, run.lastSeq]).toEqual([1, 0]);
  });

  it('cancels for every reader with one done and unsubscribes from the source', async () => {
    const { run } = runOf();
    const source = new Subject<EventBatch>();
    run.start(source);
    const readers = [whole(run), whole(run)];
    source.next([delta('a')]);
    run.cancel();
    run.cancel();
    expect(source.observed).toBe(false);
    for (const bytes of await Promise.all(readers)) expect(bytes.match(/"status":"cancelled"/g)).toHaveLength(1);
  });

  it('is abandoned when its last reader leaves before the end, and only then', async () => {
    const { run, log } = runOf();
    run.start(NEVER);
    const readers = [run.frames().subscribe(), run.frames().subscribe()];
    readers[0]?.unsubscribe();
    expect(log.abandoned).toBe(0);
    readers[1]?.unsubscribe();
    expect(log.abandoned).toBe(1);
  });

  it('reports every flushed frame once, in order, with the end marked', async () => {
    const { run, log } = runOf();
    const source = new Subject<EventBatch>();
    run.start(source).frames().subscribe();
    source.next([delta('a')]);
    await turn();
    source.next([delta('b'), done]);
    await turn();
    expect(log.flushed.map(({ from, to, ended }) => [from, to, ended])).toEqual([
      [1, 1, false],
      [2, 3, true],
    ]);
  });

  describe('without any text', () => {
    const failed = (code: string): ReadingEvent => ({
      event: 'section',
      data: { section: 'summary', status: 'failed', code, message: `It was ${code}.`, retryable: true, full_text: '' },
    });
    const failure: ReadingEvent = { event: 'done', data: { done: true, status: 'failed', ms: 1, timings: {} } };

    it('sends the first failure as `error` before `done`', async () => {
      const bytes = await whole(runOf().run.start(of([failed('llm.timeout'), failed('llm.filtered'), failure])));
      expect(bytes).toMatch(
        /id: r\.3\nevent: error\ndata: {"error":"It was llm.timeout.","code":"llm.timeout"}\n\nid: r\.4\nevent: done\n/,
      );
    });

    it('sends one `error` when the source breaks', async () => {
      const started: ReadingEvent = { event: 'section', data: { section: 'summary', status: 'start' } };
      const source = concat(
        of([started]),
        throwError(() => new Error('x')),
      );
      const bytes = await whole(runOf().run.start(source));
      expect(bytes.match(/event: error\ndata: .*"code":"reading.failed"/g)).toHaveLength(1);
    });

    it('sends none after text, after a cancel, or twice', async () => {
      const { run } = runOf();
      run.start(NEVER).cancel();
      const error: ReadingEvent = { event: 'error', data: { error: 'e', code: 'c' } };
      const texts = [
        await whole(run),
        await whole(runOf().run.start(of([delta('a'), failed('llm.truncated'), failure]))),
        await whole(runOf().run.start(of([error, failure]))),
      ];
      expect(texts.map((bytes) => bytes.match(/event: error/g)?.length ?? 0)).toEqual([0, 0, 1]);
    });
  });

  describe('events', () => {
    const collected = (run: ReadingRun): ReadingEvent[] => {
      const events: ReadingEvent[] = [];
      run.events.subscribe((event) => events.push(event));
      return events;
    };

    it('are every event for an observer from the start, and the past without later deltas for a late one', () => {
      const { run } = runOf();
      const source = new Subject<EventBatch>();
      run.start(source);
      const early = collected(run);
      source.next([delta('a'), delta('b')]);
      const late = collected(run);
      source.next([delta('c'), done]);
      expect(early).toEqual([delta('a'), delta('b'), delta('c'), done]);
      expect(late).toEqual([delta('a'), delta('c'), done]);
    });

    it('do not keep the run alive and are released with the last flush', async () => {
      const { run, log } = runOf();
      run.start(NEVER);
      run.events.subscribe();
      run.frames().subscribe().unsubscribe();
      expect(log.abandoned).toBe(1);
      run.cancel();
      await turn();
      expect(collected(run)).toEqual([]);
    });
  });
});
