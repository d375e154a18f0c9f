import { describe, expect, it } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import { untilAborted } from './until-aborted.js';

describe('untilAborted', () => {
  it('gives the result of a promise that settles first', async () => {
    await expect(untilAborted(Promise.resolve(7), new AbortController().signal)).resolves.toBe(7);
  });

  it('rejects with the reason as soon as the signal is aborted', async () => {
    const controller = new AbortController();
    const result = untilAborted(new Promise(() => undefined), controller.signal);
    controller.abort(new Error('left'));
    await expect(result).rejects.toThrow('left');
  });

  it('leaves no rejection unhandled when the signal was aborted before', async () => {
    const unhandled: unknown[] = [];
    const listener = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', listener);
    const result = untilAborted(Promise.reject(new Error('late')), AbortSignal.abort(new Error('left')));
    await expect(result).rejects.toThrow('left');
    await setImmediate();
    process.off('unhandledRejection', listener);
    expect(unhandled).toEqual([]);
  });
});
