import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { sample } from '../../test/harness/idle-streams.js';
import { UpstreamProcess } from '../../test/harness/index.js';
import { ServerProcess } from '../../test/harness/server-process.js';
import { printTable } from '../measure/print-table.js';
import { residentMib } from '../measure/resident-mib.js';

const STUCK = 8;
/** Enough frames to exceed loopback socket buffers: about 15 MB per reading. */
const MODE = 'ok?tokens=40000';
const SETTLED_MS = 8_000;
const LOOK_MS = 50;

/** Measures `MAX_BACKLOG_BYTES` with clients that open a long reading and never read from the socket. */
export async function backlog(): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const bytes of [65_536, 1_048_576, 16_777_216]) {
    const upstream = await UpstreamProcess.start(['--mode', MODE]);
    const server = await ServerProcess.start({
      AUTH: 'off',
      CACHE_TTL_SECONDS: '0',
      RESUME_TTL_SECONDS: '0',
      OPENAI_BASE_URL: upstream.url,
      OPENAI_API_KEY: 'bench',
      MAX_BACKLOG_BYTES: String(bytes),
    });
    await delay(LOOK_MS);
    const before = await residentMib(server.url);
    const sockets = await Promise.all(Array.from({ length: STUCK }, (_, number) => stuckReader(server.url, number)));
    let peak = before;
    for (const until = performance.now() + SETTLED_MS; performance.now() < until; await delay(LOOK_MS))
      peak = Math.max(peak, await residentMib(server.url));
    rows.push([
      String(bytes),
      String(await sample(server.url, 'http_stream_slow_drops_total')),
      (peak - before) / STUCK,
    ]);
    for (const socket of sockets) socket.destroy();
    await server.kill();
    await upstream.stop();
  }
  console.log(`\n${STUCK} clients that do not read their 15 MB; peak memory\n`);
  printTable(['MAX_BACKLOG_BYTES', 'dropped', 'resident a reader, MiB'], rows);
}

async function stuckReader(url: string, number: number): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined).pause();
  await once(socket, 'connect');
  const body = JSON.stringify({ dream: `A snake, ${number}.`, locale: 'en' });
  socket.write(
    `POST /v1/readings/dream HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${body.length}\r\n\r\n${body}`,
  );
  return socket;
}
