import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Relative to the working directory, which is the repository's root for every npm script. */
const FOLDER = 'dist/test/harness';

/** A server in a process of its own, so that signals and crashes are real; needs `npm run build`. */
export class ServerProcess {
  /** Everything it printed, for tests that look for what must not be there. */
  readonly output: string[] = [];

  private constructor(
    readonly child: ChildProcess,
    readonly url: string,
    readonly exited: Promise<number | null>,
  ) {}

  /** @param main another way to start it, beside `server-main`. */
  static async start(variables: Readonly<Record<string, string>>, main = 'server-main'): Promise<ServerProcess> {
    const child = spawn(process.execPath, [`${FOLDER}/${main}.js`, JSON.stringify(variables)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const exited = once(child, 'exit').then(([code]) => code as number | null);
    const lines = createInterface({ input: child.stdout });
    const url = await new Promise<string>((resolve, reject) => {
      lines.on('line', (line) => line.startsWith('{"url":') && resolve((JSON.parse(line) as { url: string }).url));
      exited.then((code) => reject(new Error(`The server ended with ${code} before it listened`)), reject);
    });
    const server = new ServerProcess(child, url, exited);
    lines.on('line', (line) => server.output.push(line));
    child.stderr.setEncoding('utf8').on('data', (text: string) => server.output.push(text));
    return server;
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** Ends it whatever it does. */
  async kill(): Promise<void> {
    if (this.child.exitCode === null) this.child.kill('SIGKILL');
    await this.exited;
  }
}
