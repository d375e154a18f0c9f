import { setTimeout as delay } from 'node:timers/promises';

/** Polls a condition every few ms; rejects if it is not met within `withinMs`. */
export async function waitUntil(condition: () => boolean | Promise<boolean>, withinMs = 60_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`Condition not met within ${withinMs} ms: ${condition.toString()}`);
    await delay(5);
  }
}
