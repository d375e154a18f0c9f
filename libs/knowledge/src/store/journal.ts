import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const journalSchema = z.object({ intent: z.string(), revision: z.int(), stamp: z.string() });

/** Identifies an unfinished write. Only the same operation on the same base version may resume it. */
export type JournalEntry = Readonly<z.infer<typeof journalSchema>>;

export class Journal {
  readonly #path: string;

  constructor(folder: string) {
    this.#path = join(folder, 'writer.journal.json');
  }

  /** True when an earlier process was killed during the same operation. */
  async continues(entry: JournalEntry): Promise<boolean> {
    const text = await readFile(this.#path, 'utf8').catch(() => '');
    return text === JSON.stringify(entry);
  }

  async open(entry: JournalEntry): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true });
    await writeFile(this.#path, JSON.stringify(entry));
  }

  async close(): Promise<void> {
    await rm(this.#path, { force: true });
  }
}
