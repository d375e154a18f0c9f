import { z } from 'zod';

const stamp = z.object({ model: z.string(), dimensions: z.int(), analyzer: z.string(), pack: z.string() });

const file = z.object({
  /** Path relative to the table's folder. */
  path: z.string(),
  bytes: z.int(),
  sha256: z.string(),
});

const table = z.object({
  /** LanceDB version number that readers check out. */
  version: z.int(),
  rows: z.int(),
  stamp,
  /** Files of this version; empty when the tables are not in a local folder. */
  files: z.array(file),
  /** Mean and standard deviation of the cosine between random rows; see `cosineScale`. */
  cosines: z.object({ mean: z.number(), deviation: z.number() }).optional(),
  /** Share of rows for each term that many rows contain. Long queries omit the most common ones. */
  commonTerms: z.record(z.string(), z.number()),
});

/** The current version of every table. Replacing the manifest publishes a write to all tables at once. */
export const manifestSchema = z.object({
  format: z.literal(1),
  /** Incremented with every commit. */
  revision: z.int(),
  committedAt: z.iso.datetime(),
  tables: z.object({ domain: table, corpus: table }),
});

export type TableFile = Readonly<z.infer<typeof file>>;
export type CosineScale = NonNullable<TableEntry['cosines']>;
export type TableEntry = Readonly<z.infer<typeof table>>;
export type Manifest = Readonly<z.infer<typeof manifestSchema>>;

/** Storage of the manifest. Reading and replacing are atomic. */
export interface ManifestStore {
  /** Undefined when nothing has ever been committed. @throws Error when the manifest exists but cannot be read. */
  read(): Promise<Manifest | undefined>;
  replace(manifest: Manifest): Promise<void>;
}
