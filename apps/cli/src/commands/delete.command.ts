import { Command } from 'commander';
import { assertNoWriter } from '../assert-no-writer.js';

export const deleteCommand = (): Command =>
  new Command('delete')
    .description('remove a collection with its graph, or one document of it')
    .argument('<collection>')
    .argument('[document]', 'as "list <collection>" names it')
    .action(async (collection: string, document?: string) => {
      await assertNoWriter();
      const { deleteDocuments } = await import('../delete-documents.js');
      await deleteDocuments(collection, document);
    });
