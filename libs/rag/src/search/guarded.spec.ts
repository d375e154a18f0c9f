import { describe, expect, it } from '@jest/globals';
import { RetrieverError } from '../retriever.error.js';
import { guarded, withFallback } from './guarded.js';

const never = () => new Promise<never>(() => undefined);

describe('guarded', () => {
  it('rejects with the abort reason at once, whatever still runs', async () => {
    const controller = new AbortController();
    const waiting = guarded(controller.signal, never);
    const reason = new Error('the client left');
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
  });

  it('does not start when the signal is already aborted', async () => {
    let begun = false;
    const waiting = guarded(AbortSignal.abort(new Error('too late')), async () => (begun = true));
    await expect(waiting).rejects.toThrow('too late');
    expect(begun).toBe(false);
  });

  it('turns any other error into a RetrieverError without its message', async () => {
    const failing = guarded(new AbortController().signal, () => Promise.reject(new Error('the dream was …')));
    await expect(failing).rejects.toBeInstanceOf(RetrieverError);
    await expect(failing).rejects.toMatchObject({
      code: 'retriever.failed',
      message: expect.not.stringContaining('dream'),
    });
  });

  it('passes a RetrieverError on', async () => {
    const unavailable = new RetrieverError('retriever.unavailable', 'no tables');
    await expect(guarded(new AbortController().signal, () => Promise.reject(unavailable))).rejects.toBe(unavailable);
  });
});

describe('withFallback', () => {
  it('returns the fallback when the work fails', async () => {
    const busy = () => Promise.reject(new Error('busy'));
    expect(await withFallback(busy, 'words', new AbortController().signal)).toBe('words');
  });

  it('passes an abort on', async () => {
    const aborted = AbortSignal.abort(new Error('gone'));
    await expect(withFallback(() => Promise.reject(aborted.reason as Error), 'words', aborted)).rejects.toThrow('gone');
  });
});
