import { type RagConfig, ragConfig } from '@app/config';
import { EmbeddingStatus } from '@app/embedding';
import { type KnowledgeStatus, listDocuments } from '@app/knowledge';
import type { INestApplicationContext } from '@nestjs/common';
import { ExitCode } from './exit-code.js';
import { table } from './output/table.js';
import { RetrievalContextModule, openStore } from './retrieval-context.js';
import { withContext } from './with-context.js';

/** @returns the exit code: 1 while the tables are not ready */
export async function showStats({ json }: { readonly json?: boolean }): Promise<number> {
  const stats = await withContext(RetrievalContextModule, statsOf);
  process.stdout.write(json ? `${JSON.stringify(stats)}\n` : `${table(lines(stats))}\n`);
  return stats.status.ready ? ExitCode.done : ExitCode.failed;
}

const describe = ({ description, korean }: EmbeddingStatus): string => `${description}; ${korean}`;

interface Stats {
  readonly status: KnowledgeStatus;
  readonly embedder: string;
  readonly place: string;
  /** Documents by collection. */
  readonly collections: Readonly<Record<string, number>>;
}

async function statsOf(context: INestApplicationContext): Promise<Stats> {
  const { lancedbUri: place } = context.get<RagConfig>(ragConfig.KEY, { strict: false });
  const documents = await listDocuments(place).catch(() => []);
  const collections = [...Map.groupBy(documents, ({ collection }) => collection)];
  return {
    status: (await openStore(context)).status(),
    embedder: describe(context.get(EmbeddingStatus, { strict: false })),
    place,
    collections: Object.fromEntries(collections.map(([name, { length }]) => [name, length])),
  };
}

function lines({ status, embedder, place, collections }: Stats): ReadonlyArray<readonly string[]> {
  const state = status.ready
    ? [
        ['ready', `version ${status.revision} of ${status.committedAt}`],
        [
          'rows',
          Object.entries(status.rows)
            .map(([name, rows]) => `${name} ${rows}`)
            .join(', '),
        ],
      ]
    : [
        ['not ready', status.problem.reason],
        ['repair with', status.problem.command],
      ];
  const documents = Object.entries(collections).map(([name, count]) => ['collection', `${name}: ${count} documents`]);
  return [...state, ['embedder', embedder], ['tables', place], ...documents];
}
