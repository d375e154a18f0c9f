import { describe, expect, it, jest } from '@jest/globals';
import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';
import { NEVER, type Observable, Subject, concat, lastValueFrom, of, reduce, toArray } from 'rxjs';
import type { EventBatch, ReadingEvent } from './reading-event.js';
import { ReadingHub } from './reading-hub.js';

const config = {
  timeoutMs: 1_000,
  resumeTtlSeconds: 60,
  onDisconnect: 'cancel',
  graceMs: 20,
  finishedBytes: 1_000_000,
} as const;
const R = { id: 'r', owner: 'web' } as const;
const delta: ReadingEvent = { event: 'delta', data: { section: 'summary', content: 'a' } };
const done: ReadingEvent = { event: 'done', data: { done: true, status: 'ok', ms: 1, timings: {} } };
const finite: Observable<EventBatch> = of([delta], [done]);
const endless: Observable<EventBatch> = concat(of([delta]), NEVER);

const readAll = (frames: Observable<Buffer>) =>
  lastValueFrom(frames.pipe(reduce((all, chunk) => all + chunk.toString(), '')));

describe('ReadingHub', () => {
  it('keeps a finished reading for returning readers and reports when everything was read', async () => {
    const hub = new ReadingHub(config);
    const all = await readAll(hub.start({ ...R, events: finite }).frames());
    await turn();
    const again = await hub.resume(R, 1);
    expect(again.state === 'found' && all.endsWith(await readAll(again.reading.frames()))).toBe(true);
    expect(await hub.resume(R, 2)).toEqual({ state: 'finished' });
    expect(hub.size).toBe(0);
  });

  it('distinguishes an expired reading from an unknown one', async () => {
    const hub = new ReadingHub({ ...config, resumeTtlSeconds: 0 });
    await readAll(hub.start({ ...R, events: finite }).frames());
    await turn();
    expect(await hub.resume(R, 0)).toEqual({ state: 'expired' });
    expect(await hub.resume({ ...R, id: 'other' }, 0)).toEqual({ state: 'unknown' });
  });

  it('cancels a reading when its last reader leaves, or continues it for the grace time', async () => {
    const hub = new ReadingHub(config);
    hub
      .start({ ...R, id: 'left', events: endless })
      .frames()
      .subscribe()
      .unsubscribe();
    await turn();
    expect(hub.size).toBe(0);
    hub
      .start({ ...R, id: 'kept', events: endless, onDisconnect: 'continue' })
      .frames()
      .subscribe()
      .unsubscribe();
    await turn();
    expect(hub.size).toBe(1);
    await delay(60);
    expect(hub.size).toBe(0);
  });

  it('counts the grace time from the last leaving', async () => {
    jest.useFakeTimers();
    try {
      const hub = new ReadingHub({ ...config, graceMs: 1_000 });
      const run = hub.start({ ...R, events: endless, onDisconnect: 'continue' });
      run.frames().subscribe().unsubscribe();
      await jest.advanceTimersByTimeAsync(900);
      run.frames().subscribe().unsubscribe();
      await jest.advanceTimersByTimeAsync(900);
      expect(run.ended).toBe(false);
      await jest.advanceTimersByTimeAsync(100);
      expect(run.ended).toBe(true);
    } finally {
      jest.useRealTimers();
    }
  });

  it('continues for the grace time when one of the clients that share a run asked for it', async () => {
    const hub = new ReadingHub(config);
    const run = hub.start({ ...R, events: endless, key: 'k' });
    const first = run.frames().subscribe();
    const second = hub
      .join('k', { ...R, id: 's' }, 'continue')
      ?.frames()
      .subscribe();
    first.unsubscribe();
    second?.unsubscribe();
    expect(run.ended).toBe(false);
    hub.shutdown();
  });

  it('shares a run among equal keys while it lasts, not after', async () => {
    const hub = new ReadingHub(config);
    const view = hub.start({ ...R, events: endless, key: 'k' });
    expect(hub.join('k', { ...R, id: 's' })?.run).toBe(view.run);
    expect(await hub.cancel({ ...R, id: 's' })).toBe(true);
    expect(await hub.cancel(R)).toBe(true);
    await turn();
    expect(hub.join('k', { ...R, id: 't' })).toBeUndefined();
  });

  describe('with several clients of one run', () => {
    // All ids of readings must have the same length.
    const [FIRST, SECOND] = ['reading-aaaaaaaa', 'reading-bbbbbbbb'] as const;
    const started = (id: string): ReadingEvent => ({
      event: 'reading',
      data: {
        reading: id,
        kind: 'dream',
        locale: 'en',
        sections: [],
        facts: {},
        llm: { engine: 'offline', model: '' },
      },
    });

    function shared() {
      const hub = new ReadingHub(config);
      const source = new Subject<EventBatch>();
      const first = hub.start({ ...R, id: FIRST, events: source, key: 'k' });
      source.next([started(FIRST)]);
      const second = hub.join('k', { ...R, id: SECOND });
      if (!second) throw new Error('not joined');
      return { hub, source, first, second };
    }

    it('gives each client the same frames under its own id', async () => {
      const { hub, source, first, second } = shared();
      const read = [readAll(first.frames()), readAll(second.frames())] as const;
      const observed = lastValueFrom(second.events.pipe(toArray()));
      source.next([delta]);
      await turn();
      source.next([done]);
      const [one, other] = await Promise.all(read);
      expect(one).toContain(`id: ${FIRST}.3`);
      expect(other).toBe(one.replaceAll(FIRST, SECOND));
      expect(await observed).toEqual([started(SECOND), delta, done]);
      const again = await hub.resume({ ...R, id: SECOND }, 2);
      expect(again.state === 'found' && other.endsWith(await readAll(again.reading.frames()))).toBe(true);
    });

    it.each([
      [FIRST, SECOND],
      [SECOND, FIRST],
    ])('ends only the view that is stopped (%s)', async (stopped, kept) => {
      const { hub, source, first, second } = shared();
      const views = { [FIRST]: first, [SECOND]: second };
      const ended = readAll(views[stopped]?.frames() ?? NEVER);
      const other = readAll(views[kept]?.frames() ?? NEVER);
      const observed = lastValueFrom(views[stopped]?.events ?? NEVER);
      await turn();
      expect(await hub.cancel({ ...R, id: stopped })).toBe(true);
      expect(await ended).toMatch(new RegExp(`id: ${stopped}.2\nevent: done\ndata: {"done":true,"status":"cancelled"`));
      expect(await observed).toMatchObject({ event: 'done', data: { status: 'cancelled' } });
      source.next([delta]);
      source.next([done]);
      expect(await other).toContain(`id: ${kept}.3\nevent: done\ndata: {"done":true,"status":"ok"`);
      const again = await hub.resume({ ...R, id: stopped }, 0);
      expect(again.state === 'found' && (await readAll(again.reading.frames()))).toBe(await ended);
    });

    it('stops the run with its last view', async () => {
      const { hub, source, first, second } = shared();
      const read = [readAll(first.frames()), readAll(second.frames())];
      await hub.cancel({ ...R, id: FIRST });
      expect(source.observed).toBe(true);
      await hub.cancel({ ...R, id: SECOND });
      expect(source.observed).toBe(false);
      for (const bytes of await Promise.all(read)) expect(bytes).toContain('"status":"cancelled"');
    });

    it('cancels the run when a view is stopped that had the last reader', async () => {
      const { hub, source, first, second } = shared();
      const read = readAll(first.frames());
      second.frames().subscribe().unsubscribe();
      await hub.cancel({ ...R, id: FIRST });
      await read;
      expect(source.observed).toBe(false);
    });
  });

  it('sends `shutdown` to every reader', async () => {
    const hub = new ReadingHub(config);
    const bytes = readAll(hub.start({ ...R, events: endless }).frames());
    hub.shutdown();
    expect(await bytes).toMatch(
      /retry: 1000\nid: r\.2\nevent: shutdown\ndata: {"shutdown":true}\n\nid: r\.3\nevent: done\n/,
    );
  });

  it('does not find a reading of another owner', async () => {
    const hub = new ReadingHub(config);
    const { run } = hub.start({ ...R, events: endless });
    const stranger = { ...R, owner: 'app' };
    expect(await hub.resume(stranger, 0)).toEqual({ state: 'unknown' });
    expect(await hub.cancel(stranger)).toBe(false);
    expect(run.ended).toBe(false);
    run.cancel();
    await turn();
    expect(await hub.resume(stranger, 0)).toEqual({ state: 'unknown' });
  });

  it('replays the events of a finished reading while its frames are read', async () => {
    const hub = new ReadingHub(config);
    await readAll(hub.start({ ...R, events: finite }).frames());
    await turn();
    const resumption = await hub.resume(R, 0);
    if (resumption.state !== 'found') throw new Error(resumption.state);
    const events: ReadingEvent[] = [];
    resumption.reading.events.subscribe((event) => events.push(event));
    await readAll(resumption.reading.frames());
    expect(events).toEqual([delta, done]);
  });
});
