import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every record of the domain files, in the order of the file names and of their lines. */
export function readRecords(knowledgeDir) {
  const folder = join(knowledgeDir, 'domain');
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return files.toSorted().flatMap((name) => lines(join(folder, name)).map((line) => JSON.parse(line)));
}

const lines = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
