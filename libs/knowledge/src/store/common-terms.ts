import type { Table } from '@lancedb/lancedb';

/** Terms in a smaller share of rows count as rare; a query always keeps them. */
const COMMON_SHARE = 0.01;
/** With a sample of this size, the share of a 1 % term is accurate to a tenth of its value. */
const SAMPLED_ROWS = 20_000;

/**
 * Returns the share of rows that contain a term, for all terms in at least 1 % of the rows. The shares are estimated
 * from a sample when the table is large.
 */
export async function countCommonTerms(table: Table): Promise<Readonly<Record<string, number>>> {
  const every = Math.ceil((await table.countRows()) / SAMPLED_ROWS);
  const rowsWith = new Map<string, number>();
  let row = 0;
  let sampled = 0;
  for await (const batch of table.query().select(['tokens'])) {
    for (const { tokens } of batch as Iterable<{ tokens: string }>) {
      if (row++ % every !== 0) continue;
      sampled++;
      for (const term of new Set(tokens.split(' '))) rowsWith.set(term, (rowsWith.get(term) ?? 0) + 1);
    }
  }
  const shares = [...rowsWith].map(([term, rows]) => [term, rows / sampled] as const);
  return Object.fromEntries(shares.filter(([term, share]) => term !== '' && share >= COMMON_SHARE));
}
