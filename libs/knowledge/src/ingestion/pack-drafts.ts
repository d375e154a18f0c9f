import { createHash } from 'node:crypto';
import { type Locale, LOCALES } from '@app/text';
import { PACK_COLLECTION } from '../store/knowledge-row.js';
import { type PackFile, recordsOf } from './pack-files.js';
import type { PackRecord } from './pack-record.js';
import type { RowDraft } from './row-draft.js';

/** Domain of the files whose name is not a domain. */
const DOMAIN_OF_TOPIC: Readonly<Record<string, string>> = {
  saju: 'destiny',
  astrology: 'destiny',
  concepts: 'general',
};

/** Weight of a record's names among its terms, so that a record about snakes ranks above one that mentions snakes. */
const NAME_WEIGHT = 3;

const names = (record: PackRecord, lang: Locale): readonly string[] => [
  record[`title_${lang}`],
  ...record[`aliases_${lang}`],
];

/** Creates one row per record and language. */
export function draftsOf(file: PackFile): readonly RowDraft[] {
  return recordsOf(file).flatMap((record) => LOCALES.map((lang) => draft(record, lang, file.topic)));
}

function draft(record: PackRecord, lang: Locale, topic: string): RowDraft {
  return {
    id: record.id,
    collection: PACK_COLLECTION,
    document: record.id,
    hash: createHash('sha256').update(JSON.stringify(record)).digest('hex').slice(0, 16),
    domain: record.domain ?? DOMAIN_OF_TOPIC[topic] ?? topic,
    lang,
    title: record[`title_${lang}`],
    text: record[`text_${lang}`],
    source: record.source,
    tags: record.category ? [...record.tags, `category:${record.category}`] : record.tags,
    facets: facets(record, lang),
    alsoFoundBy: [
      ...Array.from({ length: NAME_WEIGHT - 1 }, () => names(record, lang)).flat(),
      ...record[`keywords_${lang}`],
    ],
  };
}

/** Returns the record's additional texts by the facet names that queries use. */
function facets(record: PackRecord, lang: Locale): Readonly<Record<string, string>> {
  const named: ReadonlyArray<readonly [string, string | undefined]> = [
    ...record.contexts.map((context, index) => [`context-${index + 1}`, context[lang]] as const),
    ['folk', record[`folk_${lang}`]],
    ['psyche', record[`psyche_${lang}`]],
    ['upright', record[`upright_${lang}`]],
    ['reversed', record[`reversed_${lang}`]],
    ['judgement', record[`judgement_${lang}`]],
    ['image', record[`image_${lang}`]],
    ...record.lines.map((line) => [`line-${line.n}`, line[lang]] as const),
  ];
  return Object.fromEntries(named.flatMap(([name, text]) => (text ? [[name, text]] : [])));
}
