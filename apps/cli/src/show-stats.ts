import { type RagConfig, ragConfig } from '@app/config';
import { EmbeddingStatus } from '@app/embedding';
import {
  KNOWLEDGE_TABLES,
  type KnowledgeSnapshot,
  type KnowledgeStatus,
  type KnowledgeTable,
  type ListedDocument,
  PrebuiltTables,
  listDocuments,
} from '@app/knowledge';
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
  /** Share of rows with a vector by table; empty while the tables are not ready. */
  readonly vectorShare: Readonly<Partial<Record<KnowledgeTable, number>>>;
  readonly collections: Readonly<Record<string, CollectionStats>>;
}

interface CollectionStats {
  readonly documents: number;
  /** Letters and digits stored, and in the documents' files. */
  readonly stored: number;
  readonly read: number;
}

async function statsOf(context: INestApplicationContext): Promise<Stats> {
  const { lancedbUri: uri } = context.get<RagConfig>(ragConfig.KEY, { strict: false });
  const prebuilt = context.get(PrebuiltTables, { strict: false });
  const documents = await listDocuments({ uri, prebuilt }).catch(() => []);
  const collections = [...Map.groupBy(documents, ({ collection }) => collection)];
  const store = await openStore(context);
  const status = store.status();
  return {
    status,
    vectorShare: status.ready ? await vectorShares(store.current()) : {},
    embedder: describe(context.get(EmbeddingStatus, { strict: false })),
    place: status.ready ? status.uri : uri,
    collections: Object.fromEntries(collections.map(([name, group]) => [name, totalsOf(group)])),
  };
}

async function vectorShares(snapshot: KnowledgeSnapshot): Promise<Stats['vectorShare']> {
  const shares = KNOWLEDGE_TABLES.map(async (name) => [name, await snapshot.table(name).vectorShare()] as const);
  return Object.fromEntries(await Promise.all(shares));
}

const totalsOf = (documents: readonly ListedDocument[]): CollectionStats => ({
  documents: documents.length,
  stored: documents.reduce((sum, { letters }) => sum + (letters?.stored ?? 0), 0),
  read: documents.reduce((sum, { letters }) => sum + (letters?.read ?? 0), 0),
});

function lines({ status, vectorShare, embedder, place, collections }: Stats): ReadonlyArray<readonly string[]> {
  const state = status.ready
    ? [
        ['ready', `version ${status.revision} of ${status.committedAt}`],
        [
          'rows',
          Object.entries(status.rows)
            .map(([name, rows]) => `${name} ${rows}`)
            .join(', '),
        ],
        [
          'with vectors',
          Object.entries(vectorShare)
            .map(([name, share]) => `${name} ${Math.floor(100 * share)} %`)
            .join(', '),
        ],
      ]
    : [
        ['not ready', status.problem.reason],
        ['repair with', status.problem.command],
      ];
  const documents = Object.entries(collections).map(([name, totals]) => [
    'collection',
    `${name}: ${described(totals)}`,
  ]);
  return [...state, ['embedder', embedder], ['tables', place], ...documents];
}

function described({ documents, stored, read }: CollectionStats): string {
  const letters = read > 0 ? `, ${stored} of ${read} letters stored` : '';
  return `${documents} documents${letters}`;
}
