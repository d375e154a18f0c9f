// Starts the built server, reads a few dreams and stops it, so that Node.js writes the code that it has compiled to
// NODE_COMPILE_CACHE. The image contains this cache, because its file system is read-only later.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const PORT = process.env.PORT ?? '3000';
const URL = `http://127.0.0.1:${PORT}`;
const MAX_START_MS = 120_000;
const DREAMS = [
  { dream: '큰 뱀이 집으로 들어와 나를 쫓아왔다.', locale: 'ko' },
  { dream: 'A big snake came into the house and chased me.', locale: 'en' },
];

const isReady = () =>
  fetch(`${URL}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

async function read(dream) {
  const headers = { 'Content-Type': 'application/json', Accept: 'text/event-stream' };
  const answer = await fetch(`${URL}/v1/readings/dream`, { method: 'POST', headers, body: JSON.stringify(dream) });
  if (!(await answer.text()).includes('event: done')) throw new Error('a reading did not end');
}

if (!process.env.NODE_COMPILE_CACHE) throw new Error('NODE_COMPILE_CACHE is not set');
const data = mkdtempSync(join(tmpdir(), 'compile-cache-'));
const server = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
  env: { ...process.env, AUTH: 'off', HOST: '127.0.0.1', PORT, DATA_DIR: data, DRAIN_DELAY_MS: '0', LOG_LEVEL: 'warn' },
  stdio: 'inherit',
});
const exited = once(server, 'exit');
try {
  const end = performance.now() + MAX_START_MS;
  while (!(await isReady())) {
    if (server.exitCode !== null || performance.now() > end) throw new Error('the server did not become ready');
    await delay(100);
  }
  for (const dream of DREAMS) await read(dream);
} finally {
  server.kill();
  await exited;
  rmSync(data, { recursive: true, force: true });
}
