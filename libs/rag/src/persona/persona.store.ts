import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import { HotReloaded, type HotReloadStatus } from '@app/knowledge';
import { type PersonaFile, parsePersonaFile } from './parse-persona-file.js';
import type { Persona, PersonaRule } from './persona-record.js';

/** All counsellors and their rules, in the order of files and lines. */
export interface PersonaBook {
  readonly personas: ReadonlyMap<string, Persona>;
  readonly rules: readonly PersonaRule[];
}

/** Provides the counsellors of a folder with one JSONL file each. Changed files are loaded without a restart. */
export class PersonaStore implements OnModuleInit, OnModuleDestroy {
  readonly #content: HotReloaded<PersonaBook>;

  /** @param folder the `persona` folder of the built-in knowledge files */
  constructor(folder: string) {
    this.#content = new HotReloaded({
      name: 'the counsellors’ rules',
      command: `correct the file in ${folder}`,
      stamp: () => stampOf(folder),
      read: async () => ({ content: await readBook(folder), problems: [] }),
    });
  }

  /** Loads the rules and reloads them when files change. Never rejects; `status()` reports failures. */
  open(): Promise<void> {
    return this.#content.open();
  }

  close(): void {
    this.#content.close();
  }

  onModuleInit(): Promise<void> {
    return this.open();
  }

  onModuleDestroy(): void {
    this.close();
  }

  /** @throws KnowledgeUnavailableError until the rules have been read. */
  current(): PersonaBook {
    return this.#content.current();
  }

  status(): HotReloadStatus {
    return this.#content.status();
  }

  /** Reloads the rules if their files have changed. */
  refresh(): Promise<void> {
    return this.#content.refresh();
  }
}

const filesOf = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();

async function stampOf(folder: string): Promise<string> {
  const states = (await filesOf(folder)).map(async (name) => {
    const { mtimeMs, size, ino } = await stat(join(folder, name));
    return `${name} ${mtimeMs}/${size}/${ino}`;
  });
  return (await Promise.all(states)).join('\n');
}

async function readBook(folder: string): Promise<PersonaBook> {
  const names = await filesOf(folder);
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
  if (repeated) throw new Error(`rule ${repeated.id} is there twice`);
  return { personas, rules };
}
