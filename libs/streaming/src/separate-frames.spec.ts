import { describe, expect, it } from '@jest/globals';
import { type Observable, Subject, firstValueFrom, of, toArray } from 'rxjs';
import { separateFrames } from './separate-frames.js';

const textsOf = async (chunks: Observable<Buffer>): Promise<readonly string[]> =>
  (await firstValueFrom(chunks.pipe(separateFrames(), toArray()))).map(String);

describe('separateFrames', () => {
  it('emits each frame of a chunk alone and in order', async () => {
    const chunks = of(Buffer.from('data: 1\n\ndata: 2\n\n'), Buffer.from(': ping\n\n'));
    expect(await textsOf(chunks)).toEqual(['data: 1\n\n', 'data: 2\n\n', ': ping\n\n']);
  });

  it('emits one frame an event-loop turn', async () => {
    const seen: string[] = [];
    of(Buffer.from('a\n\nb\n\n'))
      .pipe(separateFrames())
      .subscribe((frame) => seen.push(String(frame)));
    const counts: number[] = [];
    for (let turn = 0; turn < 3; turn++) {
      counts.push(seen.length);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(counts).toEqual([0, 1, 2]);
  });

  it('completes after its last frame, passes errors on and stops when it is unsubscribed', async () => {
    expect(await textsOf(of())).toEqual([]);
    const chunks = new Subject<Buffer>();
    const seen: unknown[] = [];
    const subscription = chunks
      .pipe(separateFrames())
      .subscribe({ next: (frame) => seen.push(frame), error: (error) => seen.push(error) });
    chunks.next(Buffer.from('a\n\n'));
    subscription.unsubscribe();
    await new Promise((resolve) => setImmediate(resolve));
    expect([seen, chunks.observed]).toEqual([[], false]);
  });
});
