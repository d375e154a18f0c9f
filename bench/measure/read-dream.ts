import { setTimeout as delay } from 'node:timers/promises';
import type { Locale } from '@app/text';

/** Times that one client measures, in ms since the request. */
export interface Reading {
  readonly status: string;
  readonly firstTextMs: number;
  readonly totalMs: number;
}

const DONE = /"done":true,"status":"(\w+)"/;

/** Reads the stream of one dream to its end; for a rejected request, `status` is the HTTP status. */
export async function readDream(url: string, dream: string, locale: Locale = 'en'): Promise<Reading> {
  const sentAt = performance.now();
  const headers = { 'Content-Type': 'application/json', Accept: 'text/event-stream' };
  const body = JSON.stringify({ dream, locale });
  const response = await fetch(`${url}/v1/readings/dream`, { method: 'POST', headers, body });
  const decoder = new TextDecoder();
  let text = '';
  let firstTextMs = Number.NaN;
  for await (const bytes of response.body ?? []) {
    text += decoder.decode(bytes as Uint8Array, { stream: true });
    if (Number.isNaN(firstTextMs) && text.includes('event: delta')) firstTextMs = performance.now() - sentAt;
  }
  const status = response.ok ? (DONE.exec(text)?.[1] ?? 'cut off') : String(response.status);
  return { status, firstTextMs, totalMs: performance.now() - sentAt };
}

/** Runs `count` tasks, at most `atOnce` concurrently. @returns their results and the total time in ms */
export async function several<Item>(count: number, atOnce: number, make: (number: number) => Promise<Item>) {
  const items: Item[] = [];
  let next = 0;
  const startedAt = performance.now();
  const worker = async () => {
    while (next < count) items.push(await make(next++));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { items, ms: performance.now() - startedAt };
}

/** Sum of a metric's values over all labels; NaN if the metric has no values. */
export async function metricOf(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const values = [...text.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'gm'))].map(([, value]) =>
    Number(value),
  );
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0);
}

export const megabytes = async (url: string): Promise<number> =>
  (await metricOf(url, 'process_resident_memory_bytes')) / 1_024 ** 2;

/** Waits until a started server is ready. */
export async function untilReady(url: string, mostMs = 300_000): Promise<void> {
  for (const deadline = performance.now() + mostMs; performance.now() < deadline; await delay(200))
    if (
      await fetch(`${url}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
  throw new Error(`${url} is not ready after ${mostMs} ms`);
}
