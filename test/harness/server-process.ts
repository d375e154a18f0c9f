import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Path relative to the working directory, which is the repository root for npm scripts. */
const FOLDER = 'dist/test/harness';

/** A server in a separate process, for tests with real signals and crashes; needs `npm run build`. */
export class ServerProcess {
  /** All output, for tests that search it for leaks. */
  readonly output: string[] = [];

  private constructor(
    readonly child: ChildProcess,
    readonly url: string,
    readonly exited: Promise<number | null>,
  ) {}

  /** @param main another entry point in the same folder as `server-main` */
  static async start(variables: Readonly<Record<string, string>>, main = 'server-main'): Promise<ServerProcess> {
    const child = spawn(process.execPath, [`${FOLDER}/${main}.js`, JSON.stringify(variables)], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const exited = once(child, 'exit').then(([code]) => code as number | null);
    const lines = createInterface({ input: child.stdout });
    const url = await new Promise<string>((resolve, reject) => {
      lines.on('line', (line) => line.startsWith('{"url":') && resolve((JSON.parse(line) as { url: string }).url));
      exited.then((code) => reject(new Error(`The server exited with ${code} before it listened`)), reject);
    });
    const server = new ServerProcess(child, url, exited);
    lines.on('line', (line) => server.output.push(line));
    child.stderr.setEncoding('utf8').on('data', (text: string) => server.output.push(text));
    return server;
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** Kills the process and waits for its exit. */
  async kill(): Promise<void> {
    if (this.child.exitCode === null) this.child.kill('SIGKILL');
    await this.exited;
  }
}
