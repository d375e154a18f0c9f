import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { FrameWriter } from './frame-writer.js';

/** Accepts one write, then is congested until `drain()`. */
class SlowResponse extends EventEmitter {
  readonly written: Buffer[] = [];
  destroyed = false;
  ended = false;

  write(piece: Buffer): boolean {
    this.written.push(piece);
    return false;
  }

  end(): void {
    this.ended = true;
  }

  drain(): void {
    this.emit('drain');
  }

  get bytes(): number {
    return this.written.reduce((sum, { length }) => sum + length, 0);
  }
}

function open(maxBacklogBytes = 100) {
  const response = new SlowResponse();
  let overflows = 0;
  const options = { maxBacklogBytes, onOverflow: () => overflows++ };
  const writer = new FrameWriter(response as unknown as ConstructorParameters<typeof FrameWriter>[0], options);
  return { response, writer, overflows: () => overflows };
}

describe('FrameWriter', () => {
  it('writes a chunk larger than the backlog limit in pieces, each after the previous one was read', () => {
    const { response, writer, overflows } = open();
    writer.write(Buffer.alloc(200_000));
    writer.end();
    expect(response.written.map(({ length }) => length)).toEqual([65_536]);
    while (!response.ended) response.drain();
    expect(response.written.map(({ length }) => length)).toEqual([65_536, 65_536, 65_536, 3_392]);
    expect(overflows()).toBe(0);
  });

  it('keeps the order of chunks that arrive meanwhile', () => {
    const { response, writer } = open();
    for (const text of ['a', 'b', 'c', 'd']) writer.write(Buffer.from(text));
    writer.end();
    while (!response.ended) response.drain();
    expect(Buffer.concat(response.written).toString()).toBe('abcd');
  });

  it('overflows when more than the limit waits behind the current chunk', () => {
    const { response, writer, overflows } = open();
    writer.write(Buffer.alloc(10));
    writer.write(Buffer.alloc(1_000));
    writer.write(Buffer.alloc(100));
    expect(overflows()).toBe(0);
    writer.write(Buffer.alloc(1));
    expect(overflows()).toBe(1);
    expect(response.bytes).toBe(10);
  });

  it('counts no chunk as backlog once it is being written', () => {
    const { response, writer, overflows } = open();
    for (let at = 0; at < 50; at++) {
      writer.write(Buffer.alloc(90));
      writer.write(Buffer.alloc(90));
      response.drain();
      response.drain();
    }
    expect(overflows()).toBe(0);
    expect(response.bytes).toBe(9_000);
  });
});
