import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { waitUntil } from '../harness/wait-until.js';
import { freePort } from '../harness/free-port.js';

const START_MS = 300_000;

/** A compiled server that can be killed, drained and started again at the same address. */
export class FleetProcess {
  /** Everything the process has printed. */
  output = '';
  #child: ChildProcess | undefined;

  private constructor(
    readonly name: string,
    private readonly main: string,
    private readonly port: number,
    private readonly variables: Readonly<Record<string, string>>,
  ) {}

  /** @param main path below `dist/apps` */
  static async create(name: string, main: string, variables: Readonly<Record<string, string>>): Promise<FleetProcess> {
    return new FleetProcess(name, `dist/apps/${main}`, await freePort(), variables);
  }

  get host(): string {
    return `127.0.0.1:${this.port}`;
  }

  get url(): string {
    return `http://${this.host}`;
  }

  /** Starts the process. @returns ms until it was ready */
  async start(): Promise<number> {
    const startedAt = performance.now();
    const env = { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: String(this.port), ...this.variables };
    const child = spawn(process.execPath, [this.main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    await waitUntil(async () => {
      if (child.exitCode !== null) throw new Error(`${this.name} exited before it was ready:\n${this.output}`);
      return this.isReady();
    }, START_MS);
    return performance.now() - startedAt;
  }

  isReady(): Promise<boolean> {
    return fetch(`${this.url}/health/ready`).then(
      async (answer) => {
        await answer.arrayBuffer();
        return answer.status === 200;
      },
      () => false,
    );
  }

  /** Resident memory of the running process. */
  residentMb(): number {
    const status = readFileSync(`/proc/${this.#child?.pid}/status`, 'utf8');
    return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1_024);
  }

  /** Sends the signal. @returns exit code and ms until the process has ended */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<{ readonly code: number | null; readonly ms: number }> {
    const child = this.#child;
    const startedAt = performance.now();
    if (!child || child.exitCode !== null || child.signalCode !== null) return { code: null, ms: 0 };
    const exited = once(child, 'exit') as Promise<[number | null]>;
    child.kill(signal);
    const [code] = await exited;
    return { code, ms: performance.now() - startedAt };
  }
}
