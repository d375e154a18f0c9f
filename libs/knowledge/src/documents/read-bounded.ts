import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { DocumentRefusedError } from './document-refused.error.js';
import { type FoundFile, isBelow } from './find-files.js';

/** Larger files are rejected; the text of a typical book is about one percent of this size. */
export const MAX_FILE_BYTES = 50_000_000;
const CHUNK_BYTES = 256 * 1024;

/**
 * Reads a found file. All checks are repeated on the open file, because it may have grown or been replaced by a link
 * since it was found.
 * @throws DocumentRefusedError
 */
export async function readBounded(file: FoundFile, maxBytes = MAX_FILE_BYTES): Promise<Uint8Array> {
  if (file.bytes > maxBytes) throw tooLarge(maxBytes);
  await using handle = await openFound(file);
  const found = await handle.stat();
  if (!found.isFile()) throw new DocumentRefusedError('is not a regular file');
  if (!isBelow(await realpath(file.path), file.root)) throw new DocumentRefusedError('is outside of the given folder');
  return await readUpTo(handle, maxBytes);
}

async function openFound({ path }: FoundFile): Promise<FileHandle> {
  try {
    // O_NONBLOCK: opening a named pipe would otherwise block until a writer opens it.
    return await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (cause) {
    throw new DocumentRefusedError('cannot be opened; check its permissions', { cause });
  }
}

/** Reads at most one byte beyond the limit, regardless of the reported size. */
async function readUpTo(handle: FileHandle, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for (let total = 0; total <= maxBytes;) {
    const { bytesRead, buffer } = await handle.read({ buffer: Buffer.allocUnsafe(CHUNK_BYTES) });
    if (bytesRead === 0) return Buffer.concat(chunks);
    chunks.push(buffer.subarray(0, bytesRead));
    total += bytesRead;
  }
  throw tooLarge(maxBytes);
}

const tooLarge = (maxBytes: number) => new DocumentRefusedError(`is larger than ${maxBytes / 1_000_000} MB; split it`);
