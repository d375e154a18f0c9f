import { describe, expect, it, jest } from '@jest/globals';
import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';
import { NEVER, type Observable, concat, lastValueFrom, of, reduce } from 'rxjs';
import type { EventBatch, ReadingEvent } from './reading-event.js';
import { ReadingHub } from './reading-hub.js';

const config = { timeoutMs: 1_000, resumeTtlSeconds: 60, onDisconnect: 'cancel', graceMs: 20 } as const;
const delta: ReadingEvent = { event: 'delta', data: { section: 'summary', content: 'a' } };
const done: ReadingEvent = { event: 'done', data: { done: true, status: 'ok', ms: 1, timings: {} } };
const finite: Observable<EventBatch> = of([delta], [done]);
const endless: Observable<EventBatch> = concat(of([delta]), NEVER);

const read = (frames: Observable<Buffer>) =>
  lastValueFrom(frames.pipe(reduce((all, chunk) => all + chunk.toString(), '')));

describe('ReadingHub', () => {
  it('keeps a finished reading for readers who come back, and says when all has been read', async () => {
    const hub = new ReadingHub(config);
    const all = await read(hub.start({ id: 'r', events: finite }).frames());
    await turn();
    const again = await hub.resume('r', 1);
    expect(again.state === 'found' && all.endsWith(await read(again.frames))).toBe(true);
    expect(await hub.resume('r', 2)).toEqual({ state: 'finished' });
    expect(hub.size).toBe(0);
  });

  it('tells an expired reading from one that never was', async () => {
    const hub = new ReadingHub({ ...config, resumeTtlSeconds: 0 });
    await read(hub.start({ id: 'r', events: finite }).frames());
    await turn();
    expect(await hub.resume('r', 0)).toEqual({ state: 'expired' });
    expect(await hub.resume('other', 0)).toEqual({ state: 'unknown' });
  });

  it('cancels a reading its last reader has left, or lets it go on for the grace time', async () => {
    const hub = new ReadingHub(config);
    hub.start({ id: 'left', events: endless }).frames().subscribe().unsubscribe();
    await turn();
    expect(hub.size).toBe(0);
    hub.start({ id: 'kept', events: endless, onDisconnect: 'continue' }).frames().subscribe().unsubscribe();
    await turn();
    expect(hub.size).toBe(1);
    await delay(60);
    expect(hub.size).toBe(0);
  });

  it('counts the grace time from the last leaving', async () => {
    jest.useFakeTimers();
    try {
      const hub = new ReadingHub({ ...config, graceMs: 1_000 });
      const run = hub.start({ id: 'r', events: endless, onDisconnect: 'continue' });
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

  it('goes on for the grace time when any of those who share a run asked for it', async () => {
    const hub = new ReadingHub(config);
    const run = hub.start({ id: 'r', events: endless, key: 'k' });
    const first = run.frames().subscribe();
    const second = hub.running('k', 'continue')?.frames().subscribe();
    first.unsubscribe();
    second?.unsubscribe();
    expect(run.ended).toBe(false);
    hub.shutdown();
  });

  it('shares a run among equal keys while it lasts, not after', async () => {
    const hub = new ReadingHub(config);
    const run = hub.start({ id: 'r', events: endless, key: 'k' });
    expect(hub.running('k')).toBe(run);
    expect(await hub.cancel('r')).toBe(true);
    await turn();
    expect(hub.running('k')).toBeUndefined();
  });

  it('tells every reader when the server goes away', async () => {
    const hub = new ReadingHub(config);
    const bytes = read(hub.start({ id: 'r', events: endless }).frames());
    hub.shutdown();
    expect(await bytes).toMatch(
      /retry: 1000\nid: r\.2\nevent: shutdown\ndata: {"shutdown":true}\n\nid: r\.3\nevent: done\n/,
    );
  });

  it('knows nothing of an id it never had', async () => {
    expect(await new ReadingHub(config).cancel('nobody')).toBe(false);
  });
});
