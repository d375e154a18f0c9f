import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Measurement } from './measurements.js';

/** A server in a separate process, so that its CPU and memory can be measured. */
export class MeasuredProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly name: string,
    readonly url: string,
  ) {}

  /** @param main a module in this folder, or an absolute path */
  static async start(name: string, main: string, ...options: readonly string[]): Promise<MeasuredProcess> {
    const path = isAbsolute(main) ? main : fileURLToPath(new URL(main, import.meta.url));
    const child = fork(path, options, { execArgv: ['--expose-gc'] });
    const [{ url }] = (await once(child, 'message')) as [{ url: string }];
    return new MeasuredProcess(child, name, url);
  }

  async measure(what: 'cpu' | 'memory'): Promise<Measurement> {
    this.child.send(what);
    return ((await once(this.child, 'message')) as [Measurement])[0];
  }

  async stop(): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.disconnect();
    await exited;
  }
}
