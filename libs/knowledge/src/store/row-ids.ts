import type { Table } from '@lancedb/lancedb';

type Rows = Awaited<ReturnType<ReturnType<Table['query']>['toArrow']>>;

/** Returns the LanceDB row ids of a result. An empty result has no columns. */
export const rowIdsOf = (rows: Rows): readonly bigint[] =>
  Array.from((rows.getChild('_rowid')?.toArray() ?? []) as Iterable<bigint>);
