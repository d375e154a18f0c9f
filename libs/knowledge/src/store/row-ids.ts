import type { Table } from '@lancedb/lancedb';

type Rows = Awaited<ReturnType<ReturnType<Table['query']>['toArrow']>>;

/** LanceDB's numbers of the rows found. An empty result has no columns at all. */
export const rowIdsOf = (rows: Rows): readonly bigint[] =>
  Array.from((rows.getChild('_rowid')?.toArray() ?? []) as Iterable<bigint>);
