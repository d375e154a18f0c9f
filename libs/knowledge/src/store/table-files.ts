import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { TableFile } from './manifest.js';

/** Files that are read for a version. The other files in a table's folder are its history. */
const CONTENT = /^(data|_indices|_deletions)[/\\]/;
/** LanceDB derives the names of version files by subtracting the version from the largest unsigned 64-bit number. */
const LARGEST_VERSION = 2n ** 64n - 1n;

const versionFile = (version: number) => join('_versions', `${LARGEST_VERSION - BigInt(version)}.manifest`);

/**
 * Version files are the only files whose name can recur with other content, because a recreated table counts its
 * versions from 1.
 */
export const isVersionFile = (path: string): boolean => !CONTENT.test(path);

/**
 * Lists all files that a version of a table may read, with their hashes. LanceDB never changes a written file and gives
 * data files random names, so known data files are not hashed again. Version files are always hashed, because their
 * names recur when a table is recreated.
 */
export async function listTableFiles(
  folder: string,
  version: number,
  known: readonly TableFile[] = [],
): Promise<readonly TableFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  const wanted = paths.filter((path) => CONTENT.test(path) || path === versionFile(version));
  const byPath = new Map(known.map((file) => [file.path, file]));
  return Promise.all(
    wanted.toSorted().map(async (path) => (CONTENT.test(path) && byPath.get(path)) || fingerprint(folder, path)),
  );
}

async function fingerprint(folder: string, path: string): Promise<TableFile> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(join(folder, path)), hash);
  const { size } = await stat(join(folder, path));
  return { path, bytes: size, sha256: hash.digest('hex') };
}

/**
 * Checks files for damage. A file is hashed once, and again only when its modification time or expected hash has
 * changed, so that frequent checks are cheap.
 */
export class TableFileCheck {
  readonly #sound = new Map<string, string>();

  /** @returns the first file that is missing or differs from what was written; undefined when there is none. */
  async firstDamaged(folder: string, files: readonly TableFile[]): Promise<string | undefined> {
    const verdicts = await Promise.all(
      files.map(async (file) => ((await this.#isSound(folder, file)) ? [] : [file.path])),
    );
    return verdicts.flat()[0];
  }

  async #isSound(folder: string, file: TableFile): Promise<boolean> {
    const path = join(folder, file.path);
    const found = await stat(path).catch(() => undefined);
    if (found?.size !== file.bytes) return false;
    const state = `${found.mtimeMs} ${file.sha256}`;
    if (this.#sound.get(path) === state) return true;
    const { sha256 } = await fingerprint(folder, file.path);
    if (sha256 !== file.sha256) return false;
    this.#sound.set(path, state);
    return true;
  }
}
