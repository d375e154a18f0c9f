import { setTimeout as delay } from 'node:timers/promises';
import type { ServerConfig } from '@app/config';
import type { ReadingHub } from '@app/streaming';
import type { Lifecycle } from './lifecycle.js';
import type { StreamSlots } from '../readings/stream-slots.js';

/** How often the drain looks whether the last stream has ended. */
const LOOK_MS = 20;
/** For the `shutdown` events to reach their readers before the sockets close. */
const FAREWELL_MS = 1_000;

/**
 * Takes the process out of service: not ready at once, after `drainDelayMs` no new readings, then running ones have
 * `drainTimeoutMs` to finish; what is left is told `shutdown`. Resolves when no stream is open any more.
 */
export async function drain(
  { lifecycle, hub, slots }: { readonly lifecycle: Lifecycle; readonly hub: ReadingHub; readonly slots: StreamSlots },
  { drainDelayMs, drainTimeoutMs }: Pick<ServerConfig, 'drainDelayMs' | 'drainTimeoutMs'>,
): Promise<void> {
  lifecycle.enter('leaving');
  await delay(drainDelayMs);
  lifecycle.enter('draining');
  const idle = () => hub.size === 0 && slots.open === 0;
  await until(idle, drainTimeoutMs);
  hub.shutdown();
  await until(idle, FAREWELL_MS);
}

async function until(condition: () => boolean, timeoutMs: number): Promise<void> {
  const end = performance.now() + timeoutMs;
  while (!condition() && performance.now() < end) await delay(LOOK_MS);
}
