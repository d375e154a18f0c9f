/** Arrival times at the client, in ms since the request. */
export interface StreamTimes {
  readonly firstEventMs: number;
  readonly firstTokenMs: number;
  /** Arrival of the last retriever's event. */
  readonly retrievalMs: number;
  readonly totalMs: number;
  readonly deltas: number;
}

/** Posts a dream and records the arrival time of each event type, scanning bytes as they arrive. */
export async function timedStream(url: string): Promise<StreamTimes> {
  const sentAt = performance.now();
  const since = () => performance.now() - sentAt;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
    body: JSON.stringify({ dream: 'A big snake came into the house and chased me.', locale: 'en' }),
  });
  if (!response.ok || !response.body)
    throw new Error(`The server answered ${response.status}: ${await response.text()}`);
  const times = { firstEventMs: Number.NaN, firstTokenMs: Number.NaN, retrievalMs: Number.NaN, deltas: 0 };
  const decoder = new TextDecoder();
  for await (const bytes of response.body) {
    const text = decoder.decode(bytes as Uint8Array, { stream: true });
    const deltas = text.split('event: delta').length - 1;
    times.deltas += deltas;
    if (text.includes('event: ') && Number.isNaN(times.firstEventMs)) times.firstEventMs = since();
    if (deltas > 0 && Number.isNaN(times.firstTokenMs)) times.firstTokenMs = since();
    if (text.includes('event: retrieval')) times.retrievalMs = since();
  }
  return { ...times, totalMs: since() };
}
