import { Agent } from 'undici';

let asked = 0;
/** Every request contains a different dream, because equal requests would share one reading. */
const nextBody = () =>
  JSON.stringify({ dream: `A big snake came into house number ${++asked} and chased me.`, locale: 'en' });
const agent = new Agent({ connections: null, pipelining: 1, keepAliveTimeout: 60_000 });

/** Posts a dream and passes on the received bytes; resolves at the end of the stream. */
export async function readStream(url: string, onBytes: (bytes: Buffer) => void, signal?: AbortSignal): Promise<void> {
  const { origin, pathname } = new URL(url);
  const { body, statusCode } = await agent.request({
    origin,
    path: pathname,
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: nextBody(),
    headersTimeout: 60_000,
    bodyTimeout: 60_000,
    ...(signal && { signal }),
  });
  if (statusCode >= 300) throw new Error(`The server answered ${statusCode}: ${await body.text()}`);
  for await (const bytes of body) onBytes(bytes as Buffer);
}
