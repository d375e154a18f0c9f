import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileStamps, HotReloaded } from '@app/knowledge';
import { type PersonaFile, parsePersonaFile } from './parse-persona-file.js';
import type { Persona, PersonaRule } from './persona-record.js';

/** All counsellors and their rules, in the order of files and lines. */
export interface PersonaBook {
  readonly personas: ReadonlyMap<string, Persona>;
  readonly rules: readonly PersonaRule[];
}

/** Provides the counsellors of a folder with one JSONL file each. */
export class PersonaStore extends HotReloaded<PersonaBook> {
  /** @param folder the `persona` folder of the built-in knowledge files */
  constructor(folder: string) {
    super({
      name: 'the counsellors’ rules',
      command: `correct the file in ${folder}`,
      stamp: async () => fileStamps((await filesIn(folder)).map((name) => join(folder, name))),
      read: async () => ({ content: await readBook(folder), problems: [] }),
    });
  }
}

const filesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();

async function readBook(folder: string): Promise<PersonaBook> {
  const names = await filesIn(folder);
  if (names.length === 0) throw new Error(`there is no persona file in ${folder}`);
  const files = await Promise.all(
    names.map(async (name) => parsePersonaFile(await readFile(join(folder, name), 'utf8'), `persona/${name}`)),
  );
  return bookOf(files);
}

/** @throws Error when two files have the same counsellor or two rules have the same id. */
export function bookOf(files: readonly PersonaFile[]): PersonaBook {
  const personas = new Map(files.map(({ persona }) => [persona.slug, persona]));
  const rules = files.flatMap((file) => file.rules);
  const repeated = rules.find(({ id }, index) => rules.findIndex((rule) => rule.id === id) !== index);
  if (personas.size < files.length) throw new Error('two persona files are of one counsellor');
  if (repeated) throw new Error(`rule ${repeated.id} occurs twice`);
  return { personas, rules };
}
