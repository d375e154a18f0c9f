import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every record of the domain files, in the order of the file names and of their lines. `names` are the further words of a
 * record from `language/names.jsonl`: words by which a text speaks of it that no other reader of the records should take
 * literally. 눈 is snow and eye, 배 is a ship, a belly and a pear; the word senses decide between them.
 */
export function readRecords(knowledgeDir) {
  const folder = join(knowledgeDir, 'domain');
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  const records = files.toSorted().flatMap((name) => readLines(join(folder, name)));
  const names = new Map(readNames(knowledgeDir).map(({ id, ko, en }) => [id, { ko, en }]));
  return records.map((record) => ({ ...record, names: names.get(record.id) }));
}

/** `language/names.jsonl`; empty for a pack without one. */
function readNames(knowledgeDir) {
  const file = join(knowledgeDir, 'language', 'names.jsonl');
  return existsSync(file) ? readLines(file) : [];
}

const readLines = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
