import { describe, expect, it } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';
import { NEVER, Subject, concat, lastValueFrom, of, reduce, throwError } from 'rxjs';
import { encodeFrame } from './encode-frame.js';
import type { EventBatch, ReadingEvent } from './reading-event.js';
import { type FlushedFrames, ReadingRun } from './reading-run.js';

const delta = (content: string): ReadingEvent => ({ event: 'delta', data: { section: 'summary', content } });
const done: ReadingEvent = { event: 'done', data: { done: true, status: 'ok', ms: 1, timings: {} } };

function runOf(overrides: Partial<ConstructorParameters<typeof ReadingRun>[0]> = {}) {
  const log = { abandoned: 0, stillborn: 0, flushed: [] as FlushedFrames[] };
  const run = new ReadingRun({
    id: 'r',
    encode: encodeFrame,
    onAbandoned: () => log.abandoned++,
    onStillborn: () => log.stillborn++,
    onFlush: (flushed) => log.flushed.push(flushed),
    ...overrides,
  });
  return { run, log };
}

const whole = (run: ReadingRun, after = 0) =>
  lastValueFrom(run.frames(after).pipe(reduce((all, chunk) => all + chunk.toString(), '')));
const ids = (bytes: string) => [...bytes.matchAll(/^id: r\.(\d+)$/gm)].map(([, seq]) => Number(seq));

describe('ReadingRun', () => {
  it('sends all that one turn of the event loop produced in one chunk', async () => {
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

  it('gives every reader the same bytes, whenever they come', async () => {
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

  it('rejects its beginning, and says nothing, when the source errors before the first event', async () => {
    const { run, log } = runOf();
    run.start(throwError(() => new RangeError('no')));
    await expect(run.begun).rejects.toThrow('no');
    expect([log.stillborn, run.lastSeq]).toEqual([1, 0]);
  });

  it('cancels for everyone with one done, and lets go of the source', async () => {
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

  it('hands every frame once to whoever copies them, in order, with the end marked', async () => {
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
});
