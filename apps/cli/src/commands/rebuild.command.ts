import { Command } from 'commander';
import { assertNoWriter } from '../assert-no-writer.js';

export const rebuildCommand = (): Command =>
  new Command('rebuild')
    .description('rebuild all knowledge tables: the pack from its files, own documents from their rows')
    .addHelpText(
      'after',
      '\nReplaces damaged tables and tables of another embedding model. Readers use the old tables until then.',
    )
    .action(async () => {
      await assertNoWriter();
      const { rebuildTables } = await import('../rebuild-tables.js');
      process.exitCode = await rebuildTables();
    });
