import { Command } from 'commander';

const HELP = `
Models come from the hub (MODEL_HUB_URL) into MODEL_DIR; EMBEDDING_MODEL=<name> uses one, and "rebuild" embeds everything
with it.

Example: Korean and a hundred other languages by meaning (120 MB)
  npm run rag -- model pull Xenova/multilingual-e5-small
  EMBEDDING_MODEL=Xenova/multilingual-e5-small npm run rag -- rebuild`;

export const modelCommand = (): Command =>
  new Command('model')
    .description('fetch and list embedding models')
    .addHelpText('after', HELP)
    .exitOverride()
    .addCommand(
      new Command('pull')
        .description('fetch a model and check it')
        .argument('<name>', 'owner/model on the hub')
        .action(async (name: string) => {
          const { pull } = await import('../models.js');
          await pull(name);
        }),
    )
    .addCommand(
      new Command('list').description('show the models that are there, and some to fetch').action(async () => {
        const { list } = await import('../models.js');
        await list();
      }),
    );
