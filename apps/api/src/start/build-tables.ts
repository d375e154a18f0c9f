import { fork } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BootstrapOutcome, IngestionProgress } from '@app/knowledge';

/** Messages of the process that builds. An error is sent by its parts, because messages do not preserve its class. */
export type BuildMessage =
  | { readonly progress: IngestionProgress }
  | { readonly outcome: BootstrapOutcome }
  | { readonly error: { readonly code: string | undefined; readonly message: string } };

const MAIN = fileURLToPath(new URL(`./build-tables-main${extname(import.meta.url)}`, import.meta.url));

/**
 * Builds the knowledge tables in a child process: building takes about 600 MB, most of which the allocators of native
 * libraries would not return to the operating system.
 * @param main another module with the same messages
 * @throws Error with the code and the message of the error in the child process
 */
export async function buildTables(
  onProgress: (progress: IngestionProgress) => void,
  main = MAIN,
): Promise<BootstrapOutcome> {
  const child = fork(main, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  let result: Exclude<BuildMessage, { progress: unknown }> | undefined;
  child.on('message', (message: BuildMessage) => {
    if ('progress' in message) onProgress(message.progress);
    else result = message;
  });
  // Messages may arrive after the exit, but not after the disconnection.
  await Promise.all([once(child, 'exit'), once(child, 'disconnect')]);
  if (result && 'outcome' in result) return result.outcome;
  const { code, message } = result?.error ?? { code: undefined, message: 'the process that builds the tables ended' };
  throw Object.assign(new Error(message), { code });
}
