import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Manifest, type ManifestStore, manifestSchema } from './manifest.js';

/** A JSON file beside the tables, replaced by renaming a flushed one over it. */
export class FileManifestStore implements ManifestStore {
  readonly #path: string;

  constructor(folder: string) {
    this.#path = join(folder, 'manifest.json');
  }

  async read(): Promise<Manifest | undefined> {
    const text = await readFile(this.#path, 'utf8').catch(absent);
    return text === undefined ? undefined : manifestSchema.parse(JSON.parse(text));
  }

  async replace(manifest: Manifest): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true });
    const fresh = `${this.#path}.${process.pid}.new`;
    await using file = await open(fresh, 'w');
    await file.writeFile(JSON.stringify(manifest));
    await file.sync();
    await rename(fresh, this.#path);
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
