import { Command } from 'commander';

export const statsCommand = (): Command =>
  new Command('stats')
    .description('show whether the knowledge is sound and how much there is of it; ends with 1 when it is not ready')
    .option('--json', 'one JSON line')
    .action(async (options: { readonly json?: boolean }) => {
      const { showStats } = await import('../show-stats.js');
      process.exitCode = await showStats(options);
    });
