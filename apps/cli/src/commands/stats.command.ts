import { Command } from 'commander';

export const statsCommand = (): Command =>
  new Command('stats')
    .description('show the state and size of the knowledge tables; exits with 1 when they are not ready')
    .option('--json', 'one JSON line')
    .action(async (options: { readonly json?: boolean }) => {
      const { showStats } = await import('../show-stats.js');
      process.exitCode = await showStats(options);
    });
