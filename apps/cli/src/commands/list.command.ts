import { Command } from 'commander';

export const listCommand = (): Command =>
  new Command('list')
    .description('show the collections, or the documents of one')
    .argument('[collection]', 'show its documents')
    .option('--json', 'one JSON object a line')
    .action(async (collection: string | undefined, options: { readonly json?: boolean }) => {
      const { listCollections, listCollection } = await import('../list.js');
      if (collection === undefined) await listCollections(options);
      else await listCollection(collection, options);
    });
