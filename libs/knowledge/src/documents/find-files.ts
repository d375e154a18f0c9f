import type { Dirent } from 'node:fs';
import { lstat, readdir, realpath } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { printable } from '@app/text';

/** A file to be ingested. */
export interface FoundFile {
  /** Absolute path with symbolic links resolved. */
  readonly path: string;
  /** Folder that must contain the file, with symbolic links resolved. */
  readonly root: string;
  /**
   * Document name: the path relative to the working directory if the file is below it, otherwise the absolute path.
   * Folders are separated by `/`; composed characters (NFC), because some systems decompose file names.
   */
  readonly document: string;
  /** Path shown to users in NFC, relative to the parent folder of the given path. */
  readonly source: string;
  readonly bytes: number;
}

export interface RefusedFile {
  /** Same format as `FoundFile.document`. */
  readonly document: string;
  readonly reason: string;
}

export interface FoundFiles {
  /** Files in the order of the given paths, sorted by name within each folder. Each file occurs once. */
  readonly files: readonly FoundFile[];
  readonly refused: readonly RefusedFile[];
  /** The given paths in the format of document names. */
  readonly roots: readonly string[];
  /** Number of skipped entries whose name begins with a dot. */
  readonly hidden: number;
}

/** A given path does not exist or cannot be read. Thrown before anything is changed. */
export class MissingPathError extends Error {
  readonly code = 'path.missing';

  constructor(path: string, options?: ErrorOptions) {
    super(`${printable(path)} cannot be read; check the path and its permissions`, options);
  }
}

/**
 * Finds all files below the given files and folders. Symbolic links inside a folder are not followed: their targets are
 * either found under their own names or outside of the given folders. @throws MissingPathError
 */
export async function findFiles(paths: readonly string[], cwd = process.cwd()): Promise<FoundFiles> {
  const search = new FileSearch(await realpath(cwd));
  for (const path of paths) await search.add(resolve(cwd, path));
  return search;
}

class FileSearch implements FoundFiles {
  readonly files: FoundFile[] = [];
  readonly refused: RefusedFile[] = [];
  readonly roots: string[] = [];
  hidden = 0;
  /** Path by document name. */
  readonly #seen = new Map<string, string>();

  constructor(private readonly cwd: string) {}

  async add(given: string): Promise<void> {
    const root = await existingPath(given);
    this.roots.push(this.#document(root));
    const found = await lstat(root);
    if (found.isDirectory()) await this.#folder(root, root);
    else await this.#file(root, root);
  }

  async #folder(folder: string, root: string): Promise<void> {
    const waiting = [folder];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const entries = await this.#entries(next);
      const folders: string[] = [];
      for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
        const path = join(next, entry.name);
        if (entry.name.startsWith('.')) this.hidden++;
        else if (entry.isDirectory()) folders.push(path);
        else if (entry.isSymbolicLink()) await this.#link(path, root);
        else await this.#file(path, root);
      }
      waiting.push(...folders.toReversed());
    }
  }

  async #entries(folder: string): Promise<readonly Dirent[]> {
    try {
      return await readdir(folder, { withFileTypes: true });
    } catch {
      this.#refuse(folder, 'cannot be opened; check its permissions');
      return [];
    }
  }

  async #link(path: string, root: string): Promise<void> {
    const target = await realpath(path).catch(() => undefined);
    const reason =
      target === undefined
        ? 'is a link to nothing'
        : isBelow(target, root)
          ? 'is a link; its target is ingested under its own name'
          : 'is a link out of the given folder';
    this.#refuse(path, reason);
  }

  async #file(path: string, root: string): Promise<void> {
    const document = this.#document(path);
    const seen = this.#seen.get(document);
    if (seen === path) return;
    if (seen !== undefined) return this.#refuse(path, 'has the name of another file in a different Unicode form');
    this.#seen.set(document, path);
    const found = await lstat(path).catch(() => undefined);
    if (!found) return this.#refuse(path, 'cannot be opened; check its permissions');
    if (!found.isFile()) return this.#refuse(path, 'is not a regular file');
    const source = path === root ? basename(path) : toSlashes(join(basename(root), relative(root, path)));
    this.files.push({ path, root, document, source: source.normalize('NFC'), bytes: found.size });
  }

  #refuse(path: string, reason: string): void {
    this.refused.push({ document: this.#document(path), reason });
  }

  #document(path: string): string {
    return toSlashes(isBelow(path, this.cwd) ? relative(this.cwd, path) || '.' : path).normalize('NFC');
  }
}

/**
 * Resolves the links of a given path. A path that is typed in composed characters (NFC) also matches a name stored in
 * decomposed ones (NFD), and vice versa.
 */
async function existingPath(given: string): Promise<string> {
  const forms = new Set([given, given.normalize('NFC'), given.normalize('NFD')]);
  const [first, ...others] = await Promise.allSettled([...forms].map((form) => realpath(form)));
  const found = [first, ...others].find((result) => result?.status === 'fulfilled');
  if (found) return found.value;
  throw new MissingPathError(given, { cause: first?.status === 'rejected' ? first.reason : undefined });
}

const toSlashes = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'));

/** Returns true for the folder itself and for everything below it. */
export function isBelow(path: string, folder: string): boolean {
  const relativePath = relative(folder, path);
  return (
    relativePath === '' || (relativePath !== '..' && !relativePath.startsWith(`..${sep}`) && !isAbsolute(relativePath))
  );
}
