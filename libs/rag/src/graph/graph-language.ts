import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileStamps } from '@app/knowledge';
import { type Locale, LOCALES } from '@app/text';
import { parseWordSenses } from './parse-word-senses.js';
import { type RelationPhrases, relationPhrasesSchema } from './relation-phrases.js';
import type { WordSenses } from './word-sense.js';

/** Language-specific data for the graph from the `language` folder of the built-in knowledge files, per locale. */
export interface GraphLanguage {
  readonly senses: Readonly<Record<Locale, WordSenses>>;
  readonly relations: Readonly<Record<Locale, RelationPhrases>>;
}

const senseFile = (locale: Locale) => `${locale}-word-senses.json`;
const relationFile = (locale: Locale) => `${locale}-relations.json`;

/** Returns a value that changes whenever one of the files does. Rejects when a file is missing. */
export function graphLanguageStamp(folder: string): Promise<string> {
  const names = LOCALES.flatMap((locale) => [senseFile(locale), relationFile(locale)]);
  return fileStamps(names.map((name) => join(folder, name)));
}

/** Reads the language files. Rejects with the file's name when a file is missing or malformed. */
export async function readGraphLanguage(folder: string): Promise<GraphLanguage> {
  const [ko, en] = await Promise.all([readLocale(folder, 'ko'), readLocale(folder, 'en')]);
  return {
    senses: { ko: ko.senses, en: en.senses },
    relations: { ko: ko.relations, en: en.relations },
  };
}

const readLocale = async (folder: string, locale: Locale) => ({
  senses: await readJson(folder, senseFile(locale), parseWordSenses),
  relations: await readJson(folder, relationFile(locale), (json) => relationPhrasesSchema.parse(json)),
});

async function readJson<Content>(folder: string, name: string, parse: (json: unknown) => Content): Promise<Content> {
  const text = await readFile(join(folder, name), 'utf8');
  try {
    return parse(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${basename(folder)}/${name}: ${reason}`, { cause: error });
  }
}
