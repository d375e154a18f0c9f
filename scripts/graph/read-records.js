import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJsonLines } from '../read-json-lines.js';

/**
 * All records of the domain files, in the order of file names and lines. `names` contains additional names of a record
 * from `language/names.jsonl`. These are ambiguous words for it, so code other than the word senses must not match them
 * literally: 눈 is snow and eye, 배 is a ship, a belly and a pear.
 */
export function readRecords(knowledgeDir) {
  const folder = join(knowledgeDir, 'domain');
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  const records = files.toSorted().flatMap((name) => readJsonLines(join(folder, name)));
  const names = new Map(readNames(knowledgeDir).map(({ id, ko, en }) => [id, { ko, en }]));
  return records.map((record) => ({ ...record, names: names.get(record.id) }));
}

/** Records of `language/names.jsonl`; empty when the file does not exist. */
function readNames(knowledgeDir) {
  const file = join(knowledgeDir, 'language', 'names.jsonl');
  return existsSync(file) ? readJsonLines(file) : [];
}
