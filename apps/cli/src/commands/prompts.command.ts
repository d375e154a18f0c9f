import { LOCALES } from '@app/text';
import { Argument, Command, Option } from 'commander';
import type { PromptsOptions } from '../command-options.js';
import { exampleBodies } from '../example-bodies.js';

const HELP = `
Examples:
  npm run prompts -- show dream --locale ko
  npm run prompts -- show tarot --locale en --section guidance
  npm run prompts -- show ask --body question.json --json`;

export const promptsCommand = (): Command =>
  new Command('prompts')
    .description('show what a language model would be sent')
    .addHelpText('after', HELP)
    .exitOverride()
    .addCommand(
      new Command('show')
        .exitOverride()
        .description('print the prompts of a reading, with real passages and token counts')
        .addArgument(new Argument('<kind>', 'of reading').choices(Object.keys(exampleBodies('ko'))))
        .addOption(new Option('-l, --locale <locale>').choices(LOCALES).default('ko'))
        .option('-s, --section <id>', 'only this section')
        .option('-b, --body <file>', 'a request body as JSON; an example when absent')
        .option('--json', 'one JSON document')
        .action(async (kind: string, options: PromptsOptions) => {
          const { showPrompts } = await import('../show-prompts.js');
          await showPrompts(kind, options);
        }),
    );
