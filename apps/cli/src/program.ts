import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { completionCommand } from './commands/completion.command.js';
import { deleteCommand } from './commands/delete.command.js';
import { evalCommand } from './commands/eval.command.js';
import { ingestCommand } from './commands/ingest.command.js';
import { modelCommand } from './commands/model.command.js';
import { listCommand } from './commands/list.command.js';
import { promptsCommand } from './commands/prompts.command.js';
import { rebuildCommand } from './commands/rebuild.command.js';
import { searchCommand } from './commands/search.command.js';
import { statsCommand } from './commands/stats.command.js';

/** The build copies package.json to `dist`, so the relative path is the same for sources and compiled files. */
const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

const EXIT_CODES = `
Exit codes: 0 done · 1 failed · 2 wrong arguments · 3 done, but files were refused (--strict) · 4 another writer is at
work · 78 wrong configuration · 130 interrupted; the same command resumes where it stopped.
Settings come from the environment: DATA_DIR, LANCEDB_URI, EMBEDDINGS_URL and others; see docs/configuration.md.`;

/** The operator's commands. Each loads its modules when called, so that help and usage errors are fast. */
export function program(): Command {
  const root = new Command('rag').description('Own documents, searches and measurements over the knowledge tables.');
  root.version(version, '-V, --version');
  // Commander passes settings only to commands created with `command()`; these are added with `addCommand()`.
  const commands = [
    ingestCommand(),
    searchCommand(),
    listCommand(),
    deleteCommand(),
    rebuildCommand(),
    statsCommand(),
    evalCommand(),
    modelCommand(),
    promptsCommand(),
    completionCommand(),
  ];
  for (const command of commands)
    root.addCommand(command.exitOverride().showHelpAfterError('(--help shows the usage)'));
  return root.exitOverride().showHelpAfterError('(--help shows the commands)').addHelpText('after', EXIT_CODES);
}
