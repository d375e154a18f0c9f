import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

const MAIN = 'dist/apps/api/src/main.js';
const MAX_START_MS = 300_000;
const POLL_MS = 200;

/** Resident memory of a process in MiB. */
export interface Resident {
  readonly now: number;
  /** Maximum since the start of the process. */
  readonly peak: number;
}

/**
 * The server as started by `npm start`, with the image's setting for memory, the real model and tables; builds missing
 * tables first.
 */
export class RealServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    /** Time from the creation of the process until it is ready, in ms. */
    readonly readyMs: number,
  ) {}

  static async start(variables: Readonly<Record<string, string>>): Promise<RealServer> {
    const startedAt = performance.now();
    const env = { PORT: '0', AUTH: 'off', LOG_LEVEL: 'error', MALLOC_ARENA_MAX: '2', ...variables };
    const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    const url = await new Promise<string>((resolve, reject) => {
      child.once('exit', () => reject(new Error('The server exited before it listened')));
      createInterface({ input: child.stdout }).on('line', (line) => {
        const [, at] = /Reading server at (\S+)/.exec(line) ?? [];
        if (at) resolve(at);
      });
    });
    await untilReady(url);
    return new RealServer(child, url, performance.now() - startedAt);
  }

  /** Linux only. */
  resident(): Resident {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1_024;
    return { now: field('VmRSS'), peak: field('VmHWM') };
  }

  async stop(): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exited;
  }
}

async function untilReady(url: string): Promise<void> {
  const isReady = () =>
    fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  for (const end = performance.now() + MAX_START_MS; performance.now() < end; await delay(POLL_MS))
    if (await isReady()) return;
  throw new Error(`${url} is not ready after ${MAX_START_MS} ms`);
}
