import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { NumberedPassage } from '../section-brief.js';
import type { Locale } from '@app/text';

type Fields = Readonly<Record<string, unknown>>;
const KNOWLEDGE = path.resolve(import.meta.dirname, '../../../../knowledge');

/** The records of the built-in knowledge files, by id. */
export function packRecords(): ReadonlyMap<string, Fields> {
  const files = ['domain', 'corpus', 'persona'].flatMap((folder) =>
    readdirSync(path.join(KNOWLEDGE, folder))
      .filter((name) => name.endsWith('.jsonl'))
      .map((name) => path.join(KNOWLEDGE, folder, name)),
  );
  const records = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Fields),
  );
  return new Map(records.map((record) => [String(record['id']), record]));
}

/** A record's additional texts, in the order in which a retriever joins them. */
function furtherTexts(record: Fields, locale: Locale, facets: readonly string[]): readonly unknown[] {
  const contexts = (record['contexts'] ?? []) as readonly Fields[];
  const lines = (record['lines'] ?? []) as readonly Fields[];
  const orientation = facets.includes('reversed') ? 'reversed' : 'upright';
  return [
    record[`${orientation}_${locale}`],
    record[`judgement_${locale}`],
    record[`image_${locale}`],
    ...lines.filter(({ n }) => facets.includes(`line-${String(n)}`)).map((line) => line[locale]),
    ...contexts.map((context) => context[locale]),
    record[`folk_${locale}`],
    record[`psyche_${locale}`],
  ];
}

/** A dream record's additional texts, by name. */
function namedTexts(record: Fields, locale: Locale): Readonly<Record<string, string>> {
  const contexts = (record['contexts'] ?? []) as readonly Fields[];
  const named = [
    ...contexts.map((context, index) => [`context-${index + 1}`, context[locale]] as const),
    ...['folk', 'psyche'].map((name) => [name, record[`${name}_${locale}`]] as const),
  ];
  return Object.fromEntries(named.flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])));
}

/**
 * One built-in record as a passage.
 * @throws Error when no record has this id
 */
export function packPassage(
  n: number,
  id: string,
  locale: Locale,
  { retriever = 'domain', facets = [] }: { retriever?: string; facets?: readonly string[] } = {},
): NumberedPassage {
  const record = records.get(id);
  if (record === undefined) throw new Error(`the knowledge pack has no ${id}`);
  const texts = [record[`text_${locale}`], ...furtherTexts(record, locale, facets)];
  return {
    n,
    id,
    retriever,
    title: String(record[`title_${locale}`]),
    text: texts.filter((text) => typeof text === 'string' && text !== '').join(' '),
    tags: [...((record['tags'] ?? []) as readonly string[]), `category:${String(record['category'])}`],
    score: 1 / n,
    facets: namedTexts(record, locale),
  };
}

const records = packRecords();
