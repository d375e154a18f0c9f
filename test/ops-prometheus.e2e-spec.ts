import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DASHBOARDS } from '../ops/grafana/dashboards.js';
import { ScriptableUpstream } from './harness/index.js';
import { waitUntil } from './harness/wait-until.js';
import { PrometheusProcess, hasPrometheus } from './ops/prometheus-process.js';

jest.setTimeout(300_000);

/** Duration of the load while Prometheus scrapes. */
const LOAD_MS = 60_000;
const CLIENTS = 4;
const PANELS = Object.entries(DASHBOARDS).flatMap(([board, { panels }]) =>
  panels
    .filter(({ onlyWith }) => onlyWith === undefined)
    .flatMap(({ title, lines }) => lines.map(([legend, query]) => ({ name: `${board}: ${title} (${legend})`, query }))),
);

const watched = hasPrometheus() ? describe : describe.skip;
watched('a real Prometheus over a real server under load (skipped without prometheus)', () => {
  let upstream: ScriptableUpstream;
  let server: ChildProcess;
  let prometheus: PrometheusProcess;
  let folder: string;
  let url: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'watched-server-'));
    upstream = await new ScriptableUpstream({ mode: 'ok?tokens=20&delay=2', recordBodies: false }).start();
    const own = { PORT: '0', DATA_DIR: folder, AUTH: 'off', OPENAI_BASE_URL: upstream.url, OPENAI_API_KEY: 'key' };
    server = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
      env: { ...own, LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    url = await new Promise<string>((resolve) => {
      createInterface({ input: server.stdout! }).on('line', (line) => {
        const [, at] = /Reading server at (\S+)/.exec(line) ?? [];
        if (at) resolve(at);
      });
    });
    await waitUntil(async () => (await fetch(`${url}/health/ready`)).ok, 120_000);
    prometheus = await PrometheusProcess.start(new URL(url).host);
  });
  afterAll(async () => {
    await prometheus?.stop();
    const exited = once(server, 'exit');
    server.kill('SIGKILL');
    await exited;
    await upstream.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const read = async (dream: string, signal?: AbortSignal) => {
    const headers = { 'Content-Type': 'application/json', Accept: 'text/event-stream' };
    const body = JSON.stringify({ dream, locale: 'en' });
    const response = await fetch(`${url}/v1/readings/dream`, { method: 'POST', headers, body, signal: signal ?? null });
    await response.text();
  };

  /** Load: new and repeated questions, disconnecting clients, probes. */
  const client = async (name: number, until: number) => {
    for (let turn = 0; performance.now() < until; turn++) {
      await read(turn % 3 === 0 ? 'The same river again.' : `A river, a bridge and number ${turn} of ${name}.`);
      if (turn % 5 === 0) await read(`A guest leaves ${name} ${turn}`, AbortSignal.timeout(30)).catch(() => undefined);
      await (await fetch(`${url}/health/ready`)).text();
    }
  };

  it('has data for every query of every dashboard, and healthy rules', async () => {
    const until = performance.now() + LOAD_MS;
    await Promise.all(Array.from({ length: CLIENTS }, (_, name) => client(name, until)));
    const empty: string[] = [];
    for (const { name, query } of PANELS) {
      const series = await prometheus.query(query.replaceAll('$__rate_interval', '1m').replaceAll('$instance', '.*'));
      if (series.length === 0) empty.push(name);
    }
    expect(empty).toEqual([]);
    expect((await prometheus.ruleHealth()).filter((health) => health !== 'ok')).toEqual([]);
    console.log(`${PANELS.length} dashboard queries, each with data`);
  });

  it('exposes metrics that pass promtool check metrics', async () => {
    const input = await (await fetch(`${url}/metrics`)).text();
    execFileSync('promtool', ['check', 'metrics'], { input });
  });
});
