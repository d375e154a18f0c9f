import { type SpawnOptions, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

const MAIN = 'dist/apps/cli/src/main.js';

export interface RagResult {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}

/** Runs the compiled command `rag` with these environment variables and `PATH` only. */
export async function runRag(
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
  cwd?: string,
): Promise<RagResult> {
  const env: SpawnOptions['env'] = { PATH: process.env['PATH'], ...variables };
  const main = cwd === undefined ? MAIN : `${process.cwd()}/${MAIN}`;
  const child = spawn(process.execPath, [main, ...args], { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  return { out, err, code };
}
