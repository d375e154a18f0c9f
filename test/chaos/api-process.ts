import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../harness/free-port.js';
import { waitUntil } from '../harness/wait-until.js';

/** Path relative to the working directory, which is the repository root for npm scripts. */
const MAIN = 'dist/apps/api/src/main.js';
const START_MS = 300_000;

export interface ProcessOptions {
  /** Probe that must answer 200 before `start` resolves; `live` for servers that do not become ready. */
  readonly until?: 'ready' | 'live';
  readonly uid?: number | undefined;
}

/** The compiled server in a separate process. */
export class ApiProcess {
  /** Everything that the process has printed. */
  output = '';
  readonly exited: Promise<number | null>;

  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {
    this.exited = once(child, 'exit').then(([code]) => code as number | null);
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
  }

  static async start(
    variables: Readonly<Record<string, string>>,
    { until = 'ready', uid }: ProcessOptions = {},
  ): Promise<ApiProcess> {
    const port = await freePort();
    const env = { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: String(port), ...variables };
    const stdio = ['ignore', 'pipe', 'pipe'] as const;
    const child = spawn(process.execPath, [MAIN], { env, stdio: [...stdio], ...(uid !== undefined && { uid }) });
    const server = new ApiProcess(child, `http://127.0.0.1:${port}`);
    await waitUntil(async () => {
      if (!server.isRunning) throw new Error(`The server exited before it was ${until}:\n${server.output}`);
      return (await server.probe(until)) === 200;
    }, START_MS);
    return server;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** HTTP status of a probe; 0 if there is no answer. */
  async probe(name: 'ready' | 'live'): Promise<number> {
    return fetch(`${this.url}/health/${name}`).then(
      async (answer) => {
        await answer.arrayBuffer();
        return answer.status;
      },
      () => 0,
    );
  }

  async health(): Promise<HealthDetails> {
    return ((await (await fetch(`${this.url}/health`)).json()) as { details: HealthDetails }).details;
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  async kill(): Promise<void> {
    if (this.isRunning) this.child.kill('SIGKILL');
    await this.exited;
  }
}

export type HealthDetails = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
