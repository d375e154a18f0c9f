import { describe, expect, it } from '@jest/globals';
import { SingleFlight } from './single-flight.js';

describe('SingleFlight', () => {
  it('runs concurrent work once and later work again', async () => {
    const flights = new SingleFlight<number>();
    let runs = 0;
    const work = async () => ++runs;
    expect(await Promise.all([flights.run('a', work), flights.run('a', work), flights.run('b', work)])).toEqual([
      1, 1, 2,
    ]);
    expect(await flights.run('a', work)).toBe(3);
    expect(flights.size).toBe(0);
  });

  it('rejects current callers with a failure and does not remember it', async () => {
    const flights = new SingleFlight<string>();
    const broken = async (): Promise<string> => Promise.reject(new Error('broken'));
    const both = await Promise.allSettled([flights.run('a', broken), flights.run('a', broken)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(flights.run('a', async () => 'fine')).resolves.toBe('fine');
  });

  it('continues while a caller waits and is aborted when the last caller aborts', async () => {
    const flights = new SingleFlight<string>();
    const { promise, resolve } = Promise.withResolvers<string>();
    let aborted = false;
    const work = (signal: AbortSignal) => {
      signal.addEventListener('abort', () => (aborted = true));
      return promise;
    };
    const [leader, follower] = [new AbortController(), new AbortController()];
    const left = flights.run('a', work, leader.signal);
    const stays = flights.run('a', work, follower.signal);
    leader.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    expect(aborted).toBe(false);
    resolve('done');
    await expect(stays).resolves.toBe('done');

    const alone = new AbortController();
    const dropped = flights.run('b', work, alone.signal);
    alone.abort(new Error('gone'));
    await dropped.catch(() => {});
    expect(aborted).toBe(true);
  });

  it('does not start for a caller that has already left', async () => {
    const flights = new SingleFlight<string>();
    await expect(flights.run('a', async () => 'x', AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    expect(flights.size).toBe(0);
  });
});
