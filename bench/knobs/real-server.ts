import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { untilReady } from './read-dream.js';

const MAIN = 'dist/apps/api/src/main.js';

/** The server as started by `npm start`, with the real model and tables; builds missing tables first. */
export class RealServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(variables: Readonly<Record<string, string>>): Promise<RealServer> {
    const env = { PORT: '0', AUTH: 'off', LOG_LEVEL: 'error', ...variables };
    const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    const url = await new Promise<string>((resolve, reject) => {
      child.once('exit', () => reject(new Error('The server exited before it listened')));
      createInterface({ input: child.stdout }).on('line', (line) => {
        const [, at] = /Reading server at (\S+)/.exec(line) ?? [];
        if (at) resolve(at);
      });
    });
    await untilReady(url);
    return new RealServer(child, url);
  }

  async stop(): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exited;
  }
}
