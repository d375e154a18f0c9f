import { Command, InvalidArgumentError } from 'commander';
import type { SearchOptions } from '../command-options.js';

const HELP = `
Asks the server that runs on this DATA_DIR, or the one of --server or READING_SERVER_URL; without one it opens the tables
itself. A server with API keys needs one of them in READING_SERVER_KEY.

Examples:
  npm run rag -- search a snake in the house
  npm run rag -- search --collection notes --limit 10 --server https://readings.example.com "frozen lake"`;

export const searchCommand = (): Command =>
  new Command('search')
    .description('search by words and meaning')
    .argument('<query...>')
    .option('-c, --collection <name>', 'only in this collection')
    .option('-n, --limit <count>', 'maximum number of passages', parseLimit, 5)
    .option('--json', 'one JSON object a line')
    .option('--server <url>', 'ask this server')
    .option('--no-server', 'open the tables in this process')
    .addHelpText('after', HELP)
    .action(async (words: readonly string[], options: SearchOptions) => {
      const { search } = await import('../search.js');
      await search(words.join(' '), options);
    });

function parseLimit(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('a number from 1 to 999 is expected');
}
