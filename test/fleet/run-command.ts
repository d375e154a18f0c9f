import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs one of the operator's commands (`npm run rag -- …`). @returns its exit code */
export async function runCommand(
  parameters: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<number | null> {
  const env = { PATH: process.env['PATH'], ...variables };
  const child = spawn(process.execPath, ['dist/apps/cli/src/main.js', ...parameters], { env, stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}
