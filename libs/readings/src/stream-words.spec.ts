import { describe, expect, it } from '@jest/globals';
import { lastValueFrom, map, merge, take, toArray } from 'rxjs';
import { LlmError } from '@app/llm';
import { streamWords } from './stream-words.js';

const written = (text: string) => streamWords(() => ({ text, reason: 'stop' }));

describe('streamWords', () => {
  it('emits each word with the following space, then `finish`', async () => {
    const deltas = await lastValueFrom(written('First, the\n\nsnake. [1]').pipe(toArray()));
    expect(deltas).toEqual([
      { type: 'text', pieces: ['First, '] },
      { type: 'text', pieces: ['the\n\n'] },
      { type: 'text', pieces: ['snake. '] },
      { type: 'text', pieces: ['[1]'] },
      { type: 'finish', reason: 'stop' },
    ]);
  });

  it('interleaves concurrent texts', async () => {
    const tagged = (name: string) => written('a b c').pipe(map(() => name));
    const order = await lastValueFrom(merge(tagged('x'), tagged('y')).pipe(toArray()));
    expect(order.join('')).toBe('xyxyxyxy');
  });

  it('starts on subscription and stops when unsubscribed', async () => {
    let writes = 0;
    const source = streamWords(() => ({ text: `${++writes} two three`, reason: 'stop' }));
    expect(writes).toBe(0);
    const seen = await lastValueFrom(source.pipe(take(1), toArray()));
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen).toEqual([{ type: 'text', pieces: ['1 '] }]);
    source.subscribe(() => expect('').toBe('reached')).unsubscribe();
    await new Promise((resolve) => setImmediate(resolve));
    expect(writes).toBe(1);
  });

  it('errors with an LlmError when writing fails', async () => {
    const broken = streamWords(() => {
      throw new RangeError('no');
    });
    await expect(lastValueFrom(broken)).rejects.toBeInstanceOf(LlmError);
  });
});
