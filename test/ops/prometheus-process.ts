import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { waitUntil } from '../harness/wait-until.js';
import { freePort } from '../harness/free-port.js';

export const hasPrometheus = (): boolean => spawnSync('prometheus', ['--version']).status === 0;

/** A Prometheus process that scrapes one server and evaluates the rules of ops/. */
export class PrometheusProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    private readonly url: string,
  ) {}

  /** @param target `host:port` of the server */
  static async start(target: string): Promise<PrometheusProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'prometheus-'));
    const rules = ['recording', 'alerts'].map((name) => resolve('ops/prometheus', `${name}.rules.yml`));
    const config = {
      global: { scrape_interval: '2s', evaluation_interval: '2s' },
      rule_files: rules,
      scrape_configs: [{ job_name: 'reading-api', static_configs: [{ targets: [target] }] }],
    };
    // Write the configuration as JSON, which is valid YAML.
    await writeFile(join(folder, 'prometheus.yml'), JSON.stringify(config));
    const port = await freePort();
    const flags = [`--config.file=${folder}/prometheus.yml`, `--storage.tsdb.path=${folder}/data`];
    const child = spawn('prometheus', [...flags, `--web.listen-address=127.0.0.1:${port}`], { stdio: 'ignore' });
    const prometheus = new PrometheusProcess(child, folder, `http://127.0.0.1:${port}`);
    await waitUntil(() => prometheus.#ready(), 60_000);
    return prometheus;
  }

  /** Series of an instant query. @throws when Prometheus rejects the expression. */
  async query(expression: string): Promise<readonly unknown[]> {
    const { result } = await this.#get<{ result: unknown[] }>(`query?query=${encodeURIComponent(expression)}`);
    return result;
  }

  /** Health of every rule: `ok`, `unknown` or `err`. */
  async ruleHealth(): Promise<readonly string[]> {
    const { groups } = await this.#get<{ groups: { rules: { health: string }[] }[] }>('rules');
    return groups.flatMap(({ rules }) => rules.map(({ health }) => health));
  }

  async stop(): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exited;
    await rm(this.folder, { recursive: true, force: true });
  }

  async #get<Data>(path: string): Promise<Data> {
    const answer = (await (await fetch(`${this.url}/api/v1/${path}`)).json()) as { status: string; data: Data };
    if (answer.status !== 'success') throw new Error(`Prometheus refuses ${path}: ${JSON.stringify(answer)}`);
    return answer.data;
  }

  async #ready(): Promise<boolean> {
    return fetch(`${this.url}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}
