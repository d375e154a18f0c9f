import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseJsonLines } from '../json-lines.js';
import { KNOWLEDGE_TABLES, type KnowledgeTable } from '../store/knowledge-row.js';
import { type PackRecord, packRecordSchema } from './pack-record.js';

/** A built-in knowledge file (the pack) that is loaded into the tables: `domain/*.jsonl` or `corpus/*.jsonl`. */
export interface PackFile {
  readonly table: KnowledgeTable;
  /** File name up to the first dot: `dream`, `iching`, `coping`. */
  readonly topic: string;
  readonly text: string;
}

export async function readPack(knowledgeDir: string): Promise<readonly PackFile[]> {
  const files: PackFile[] = [];
  for (const table of KNOWLEDGE_TABLES) {
    const names = (await readdir(join(knowledgeDir, table))).filter((name) => name.endsWith('.jsonl')).toSorted();
    for (const name of names) {
      const text = await readFile(join(knowledgeDir, table, name), 'utf8');
      files.push({ table, topic: basename(name).split('.')[0] ?? name, text });
    }
  }
  return files;
}

/** Part of the pack's version. Increment it when the same files produce different rows. */
const ROWS_VERSION = 'rows-4';

/** Returns the hash of the files' content and `ROWS_VERSION`: the pack version in every stamp. */
export function packVersion(files: readonly PackFile[]): string {
  const hash = createHash('sha256').update(ROWS_VERSION);
  for (const { table, topic, text } of files) hash.update(`${table}/${topic}\n${text}\n`);
  return hash.digest('hex').slice(0, 16);
}

/** @throws JsonLineError */
export const recordsOf = ({ table, topic, text }: PackFile): readonly PackRecord[] =>
  parseJsonLines(text, `${table}/${topic}.jsonl`, packRecordSchema);
