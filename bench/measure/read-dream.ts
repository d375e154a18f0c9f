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
