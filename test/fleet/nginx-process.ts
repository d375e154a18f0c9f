import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from '../harness/wait-until.js';
import { freePort } from '../harness/free-port.js';

/** nginx with `ops/nginx/nginx.conf`, in which only addresses and folders are replaced. */
export class NginxProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    readonly url: string,
  ) {}

  /** @param hosts `host:port` of every replica */
  static async start(hosts: readonly string[]): Promise<NginxProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'nginx-'));
    const port = await freePort();
    const config = withAddresses(await readFile('ops/nginx/nginx.conf', 'utf8'), { folder, port, hosts });
    await writeFile(join(folder, 'nginx.conf'), config);
    const parameters = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-g', 'daemon off; master_process off;'];
    const child = spawn('nginx', [...parameters, '-e', join(folder, 'error.log')], { stdio: 'inherit' });
    const nginx = new NginxProcess(child, folder, `http://127.0.0.1:${port}`);
    await waitUntil(
      () =>
        fetch(nginx.url).then(
          () => true,
          () => false,
        ),
      20_000,
    );
    return nginx;
  }

  async stop(): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await exited;
    await rm(this.folder, { recursive: true, force: true });
  }
}

interface Addresses {
  readonly folder: string;
  readonly port: number;
  readonly hosts: readonly string[];
}

/** @throws Error when a line to replace is missing */
function withAddresses(config: string, { folder, port, hosts }: Addresses): string {
  const servers = hosts.map((host) => `server ${host};`).join('\n    ');
  const replacements: readonly (readonly [string | RegExp, string])[] = [
    [/ *resolver .*\n/, ''],
    [/server api-replica:3000 resolve;/, servers],
    [/listen 8080;/, `listen 127.0.0.1:${port};`],
    [/\/tmp\//g, `${folder}/`],
  ];
  return replacements.reduce((text, [wanted, by]) => {
    const changed = text.replace(wanted, by);
    if (changed === text) throw new Error(`ops/nginx/nginx.conf has no ${String(wanted)}`);
    return changed;
  }, config);
}
