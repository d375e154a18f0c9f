import { FakeEmbedder } from '@app/embedding/testing';
import { DocumentIngestion, KnowledgeBootstrap } from '@app/knowledge';

/** Ingests a folder with the fake embedder, for tests that kill the process. Arguments: config and folder. */
const [config, folder = ''] = process.argv.slice(2);
const settings = JSON.parse(config ?? '{}') as ConstructorParameters<typeof DocumentIngestion>[0];
const embedder = new FakeEmbedder();
try {
  await new KnowledgeBootstrap(settings, embedder).ensure();
  process.stdout.write('started\n');
  const summary = await new DocumentIngestion(settings, embedder).ingest(
    { paths: [folder], collection: 'notes', prune: true },
    { onProgress: ({ phase, done }) => phase === 'indexing' && done === 0 && process.stdout.write('indexing\n') },
  );
  process.stdout.write(`${JSON.stringify(summary)}\n`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
