import { Command } from 'commander';
import { assertNoWriter } from '../assert-no-writer.js';
import type { RebuildOptions } from '../command-options.js';

export const rebuildCommand = (): Command =>
  new Command('rebuild')
    .description('rebuild all knowledge tables: the pack from its files, own documents from their rows')
    .option('--if-stale', 'only if the pack, the embedding model or the analyzer differs from that of the tables')
    .addHelpText(
      'after',
      '\nReplaces damaged tables and tables of another embedding model. Readers use the old tables until then.',
    )
    .action(async (options: RebuildOptions) => {
      await assertNoWriter();
      const { rebuildTables } = await import('../rebuild-tables.js');
      process.exitCode = await rebuildTables(options);
    });
