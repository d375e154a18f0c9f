import { describe, expect, it } from '@jest/globals';
import { StreamMetrics } from '@app/metrics';
import { recordingRegistry } from '@app/metrics/testing';
import { StreamSlots } from './stream-slots.js';

const open = (maxStreams: number, maxStreamsPerClient: number) =>
  new StreamSlots({ maxStreams, maxStreamsPerClient }, new StreamMetrics(recordingRegistry()));

describe('StreamSlots', () => {
  it('gives no client more than its share and frees the share when a slot is released', () => {
    const slots = open(10, 2);
    const release = slots.take('key:web');
    slots.take('key:web');
    expect(() => slots.take('key:web')).toThrow(expect.objectContaining({ code: 'limit.streams', status: 429 }));
    slots.take('peer:192.0.2.1');
    release();
    release();
    expect(slots.open).toBe(2);
    slots.take('key:web');
    expect(() => slots.take('key:web')).toThrow(expect.objectContaining({ code: 'limit.streams' }));
  });

  it('refuses every client when no slot is free', () => {
    const slots = open(2, 2);
    slots.take('a');
    slots.take('b');
    expect(() => slots.take('c')).toThrow(expect.objectContaining({ code: 'server.busy', status: 503 }));
  });

  it('reports how long no slot has been free', () => {
    const slots = open(1, 1);
    expect(slots.fullForMs(performance.now() + 60_000)).toBe(0);
    const release = slots.take('a');
    expect(slots.fullForMs(performance.now() + 60_000)).toBeGreaterThanOrEqual(60_000);
    release();
    expect(slots.fullForMs(performance.now() + 60_000)).toBe(0);
  });
});
