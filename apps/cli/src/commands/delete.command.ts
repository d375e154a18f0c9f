import { Command } from 'commander';

export const deleteCommand = (): Command =>
  new Command('delete')
    .description('remove a collection with its graph, or one document of it')
    .argument('<collection>')
    .argument('[document]', 'as "list <collection>" names it')
    .action(async (collection: string, document?: string) => {
      const { deleteDocuments } = await import('../delete-documents.js');
      await deleteDocuments(collection, document);
    });
