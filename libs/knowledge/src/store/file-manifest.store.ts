import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileStamps } from '../file-stamps.js';
import { replaceFile } from '../replace-file.js';
import { type Manifest, type ManifestStore, manifestSchema } from './manifest.js';

/** Stores the manifest as a JSON file in the folder of the tables. */
export class FileManifestStore implements ManifestStore {
  readonly #path: string;
  #known: { readonly stamp: string; readonly manifest: Manifest } | undefined;

  constructor(folder: string) {
    this.#path = join(folder, 'manifest.json');
  }

  /** Called every second, so the file is parsed only when it has changed. */
  async read(): Promise<Manifest | undefined> {
    const stamp = await fileStamps([this.#path]).catch(absent);
    if (stamp === undefined) return undefined;
    if (this.#known?.stamp !== stamp)
      this.#known = { stamp, manifest: manifestSchema.parse(JSON.parse(await readFile(this.#path, 'utf8'))) };
    return this.#known.manifest;
  }

  async replace(manifest: Manifest): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true });
    await replaceFile(this.#path, JSON.stringify(manifest));
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
