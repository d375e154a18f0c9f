import { open, rename } from 'node:fs/promises';

/** Writes and flushes a new file before it replaces the old one, so that readers never see a partial file. */
export async function replaceFile(path: string, content: string): Promise<void> {
  const fresh = `${path}.${process.pid}.new`;
  await using file = await open(fresh, 'w');
  await file.writeFile(content);
  await file.sync();
  await rename(fresh, path);
}
