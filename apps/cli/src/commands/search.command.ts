import { Command, InvalidArgumentError } from 'commander';
import type { SearchOptions } from '../command-options.js';

export const searchCommand = (): Command =>
  new Command('search')
    .description('search by words and meaning')
    .argument('<query...>')
    .option('-c, --collection <name>', 'only in this collection')
    .option('-n, --limit <count>', 'maximum number of passages', parseLimit, 5)
    .option('--json', 'one JSON object a line')
    .action(async (words: readonly string[], options: SearchOptions) => {
      const { search } = await import('../search.js');
      await search(words.join(' '), options);
    });

function parseLimit(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('a number from 1 to 999 is expected');
}
