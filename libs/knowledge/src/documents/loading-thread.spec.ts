import { afterEach, describe, expect, it } from '@jest/globals';
import { smallPdf } from '../testing/small-pdf.js';
import { DocumentRefusedError } from './document-refused.error.js';
import { LOADING_LIMITS, type LoadingLimits, LoadingThread } from './loading-thread.js';

const { signal } = new AbortController();
const text = (name: string, content: string) => ({ name, bytes: Buffer.from(content) });

describe('LoadingThread', () => {
  let thread: LoadingThread;
  const start = (limits: Partial<LoadingLimits> = {}) => (thread = new LoadingThread({ ...LOADING_LIMITS, ...limits }));
  afterEach(() => thread[Symbol.asyncDispose]());

  it('loads one file after the other, of any kind', async () => {
    start();
    const loaded = await thread.load(text('a.jsonl', '{"id":"1","text":"one"}\nbroken'), signal);
    expect(loaded).toMatchObject({ documents: [{ id: '1' }], refused: [expect.stringContaining('line 2')] });
    const pdf = await thread.load({ name: 'b.pdf', bytes: smallPdf(['a page']) }, signal);
    expect(pdf.documents[0]?.blocks).toEqual([{ headings: ['p. 1'], text: 'a page' }]);
  });

  it('rejects what the loader rejects and goes on', async () => {
    start();
    await expect(thread.load(text('a.pdf', 'hello'), signal)).rejects.toThrow(new DocumentRefusedError('is not a PDF'));
    await expect(thread.load(text('a.txt', 'hello'), signal)).resolves.toMatchObject({ documents: [{ title: 'a' }] });
  });

  it.each([
    ['time', { timeMs: 0 }, 'takes more than 0 s to parse'],
    ['memory', { bytes: -1_000_000_000 }, 'needs more memory'],
  ])('rejects a file that takes too much %s, and starts again', async (_, limits, reason) => {
    start(limits);
    for (let round = 0; round < 2; round++) {
      const loading = thread.load(text('a.md', '# A\nwords'), signal);
      await expect(loading).rejects.toThrow(DocumentRefusedError);
      await expect(loading).rejects.toThrow(reason);
    }
  });

  it('stops with the reason of an abort', async () => {
    start();
    const controller = new AbortController();
    const loading = thread.load(text('a.txt', 'words'), controller.signal);
    controller.abort(new Error('interrupted'));
    await expect(loading).rejects.toThrow('interrupted');
    await expect(thread.load(text('a.txt', 'words'), signal)).resolves.toMatchObject({ documents: [{ title: 'a' }] });
  });
});
