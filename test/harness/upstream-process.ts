import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { RequestRecord, UpstreamCounts } from './upstream-stats.js';

/** Path relative to the working directory, which is the repository root for npm scripts. */
const MAIN = 'dist/test/harness/upstream-main.js';

/** The scriptable upstream in a separate process; needs `npm run build`. */
export class UpstreamProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    readonly origin: string,
    readonly certificate: string,
  ) {}

  /** @param args options of upstream-main: `--mode`, `--word`, `--port`, `--http2`, `--bodies` */
  static async start(args: readonly string[] = []): Promise<UpstreamProcess> {
    const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    const lines = createInterface({ input: child.stdout });
    const [line] = (await Promise.race([once(lines, 'line'), exitedEarly(child)])) as [string];
    const { url, origin, certificate } = JSON.parse(line) as Pick<UpstreamProcess, 'url' | 'origin' | 'certificate'>;
    return new UpstreamProcess(child, url, origin, certificate);
  }

  async stats(): Promise<UpstreamCounts & { readonly requests: readonly RequestRecord[] }> {
    return (await (await fetch(`${this.origin}/__stats`)).json()) as never;
  }

  /** Counts without request records, cheap enough to poll during a benchmark. */
  async counts(): Promise<UpstreamCounts> {
    return (await (await fetch(`${this.origin}/__stats?brief`)).json()) as UpstreamCounts;
  }

  async reset(): Promise<void> {
    await fetch(`${this.origin}/__reset`, { method: 'POST' });
  }

  async setMode(mode: string): Promise<void> {
    await fetch(`${this.origin}/__mode`, { method: 'POST', body: JSON.stringify({ mode }) });
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill();
    await exited;
  }
}

async function exitedEarly(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`The upstream process exited with ${code} before it listened`);
}
