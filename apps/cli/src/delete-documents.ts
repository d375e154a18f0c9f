import { type RagConfig, ragConfig } from '@app/config';
import { EMBEDDER, type Embedder } from '@app/embedding';
import { DocumentIngestion, collectionName } from '@app/knowledge';
import { printable } from '@app/text';

export async function deleteDocuments(collection: string, document?: string): Promise<void> {
  collectionName(collection);
  const { EmbeddingContextModule, withContext } = await import('./with-context.js');
  const count = await withContext(EmbeddingContextModule, (context) => {
    const config = context.get<RagConfig>(ragConfig.KEY, { strict: false });
    return new DocumentIngestion(config, context.get<Embedder>(EMBEDDER, { strict: false })).delete(
      collection,
      document,
    );
  });
  process.stdout.write(
    `Removed ${count} ${count === 1 ? 'document' : 'documents'} of collection ${printable(collection)}.\n`,
  );
}
