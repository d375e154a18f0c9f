import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Manifest, type ManifestStore, manifestSchema } from './manifest.js';

/**
 * Stores the manifest as a JSON file in the folder of the tables. A new version is written, flushed and renamed over
 * the old one.
 */
export class FileManifestStore implements ManifestStore {
  readonly #path: string;
  #known: { readonly state: string; readonly manifest: Manifest } | undefined;

  constructor(folder: string) {
    this.#path = join(folder, 'manifest.json');
  }

  /** Called every second, so the file is parsed only when its inode, time or size has changed. */
  async read(): Promise<Manifest | undefined> {
    const found = await stat(this.#path).catch(absent);
    if (!found) return undefined;
    const state = `${found.ino} ${found.mtimeMs} ${found.size}`;
    if (this.#known?.state !== state)
      this.#known = { state, manifest: manifestSchema.parse(JSON.parse(await readFile(this.#path, 'utf8'))) };
    return this.#known.manifest;
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
