import { describe, expect, it } from '@jest/globals';
import { withinDeadline } from './within-deadline.js';

const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

describe('withinDeadline', () => {
  it('passes the result on', async () => {
    await expect(withinDeadline(new AbortController().signal, 5_000, async () => 'done')).resolves.toBe('done');
  });

  it('ends the work with a timeout when the time is up', async () => {
    const ended = withinDeadline(new AbortController().signal, 5, untilAborted);
    await expect(ended).rejects.toMatchObject({ code: 'embedding.timeout', retryable: true });
  });

  it('ends the work with the reason of the outer signal', async () => {
    const controller = new AbortController();
    const reason = new Error('the reader left');
    const ended = withinDeadline(controller.signal, 5_000, untilAborted);
    controller.abort(reason);
    await expect(ended).rejects.toBe(reason);
  });
});
