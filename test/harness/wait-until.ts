import { setTimeout as delay } from 'node:timers/promises';

/** Waits until a condition holds, looking every few ms; rejects when it still does not after `withinMs`. */
export async function waitUntil(condition: () => boolean | Promise<boolean>, withinMs = 60_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`Still not so after ${withinMs} ms: ${condition.toString()}`);
    await delay(5);
  }
}
