import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { DocumentRefusedError } from './document-refused.error.js';
import { type FoundFile, isBelow } from './find-files.js';

/** Larger files are rejected; the text of a typical book is about one percent of this size. */
export const LARGEST_FILE_BYTES = 50_000_000;
const CHUNK_BYTES = 256 * 1024;

/**
 * Reads a found file. All checks are repeated on the open file, because it may have grown or been replaced by a link
 * since it was found.
 * @throws DocumentRefusedError
 */
export async function readBounded(file: FoundFile, mostBytes = LARGEST_FILE_BYTES): Promise<Uint8Array> {
  if (file.bytes > mostBytes) throw tooLarge(mostBytes);
  await using handle = await openFound(file);
  const found = await handle.stat();
  if (!found.isFile()) throw new DocumentRefusedError('is no regular file');
  if (!isBelow(await realpath(file.path), file.root)) throw new DocumentRefusedError('leads out of the given folder');
  return await readAtMost(handle, mostBytes);
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
async function readAtMost(handle: FileHandle, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for (let total = 0; total <= mostBytes;) {
    const { bytesRead, buffer } = await handle.read({ buffer: Buffer.allocUnsafe(CHUNK_BYTES) });
    if (bytesRead === 0) return Buffer.concat(chunks);
    chunks.push(buffer.subarray(0, bytesRead));
    total += bytesRead;
  }
  throw tooLarge(mostBytes);
}

const tooLarge = (mostBytes: number) =>
  new DocumentRefusedError(`is larger than ${mostBytes / 1_000_000} MB; split it`);
