import { z } from 'zod';

const stamp = z.object({ model: z.string(), dimensions: z.int(), analyzer: z.string(), pack: z.string() });

const file = z.object({
  /** Below the table's folder. */
  path: z.string(),
  bytes: z.int(),
  sha256: z.string(),
});

const table = z.object({
  /** LanceDB's version number that readers check out. */
  version: z.int(),
  rows: z.int(),
  stamp,
  /** Files that version is made of; empty where the tables are no local folder. */
  files: z.array(file),
  /** Cosines between vectors of random rows: where the model's scale begins and how wide it is. */
  cosines: z.object({ mean: z.number(), deviation: z.number() }).optional(),
  /** Terms that many rows contain, with their share of rows; long queries leave them out. */
  commonTerms: z.record(z.string(), z.number()),
});

/** Names the current version of every table. Replacing it is what makes a write visible, all tables at once. */
export const manifestSchema = z.object({
  format: z.literal(1),
  /** Grows with every commit. */
  revision: z.int(),
  committedAt: z.iso.datetime(),
  tables: z.object({ domain: table, corpus: table }),
});

export type TableFile = Readonly<z.infer<typeof file>>;
export type CosineScale = NonNullable<TableEntry['cosines']>;
export type TableEntry = Readonly<z.infer<typeof table>>;
export type Manifest = Readonly<z.infer<typeof manifestSchema>>;

/** Where the manifest lies. Reading and replacing are atomic. */
export interface ManifestStore {
  /** Undefined when nothing was ever committed. @throws Error when it is there but cannot be read. */
  read(): Promise<Manifest | undefined>;
  replace(manifest: Manifest): Promise<void>;
}
