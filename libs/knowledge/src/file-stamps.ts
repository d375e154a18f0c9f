import { stat } from 'node:fs/promises';

/** Returns a value that changes whenever one of the files is written or replaced. Rejects when one is missing. */
export async function fileStamps(paths: readonly string[]): Promise<string> {
  const stamps = paths.map(async (path) => {
    const { mtimeMs, size, ino } = await stat(path);
    return `${path} ${mtimeMs}/${size}/${ino}`;
  });
  return (await Promise.all(stamps)).join('\n');
}
