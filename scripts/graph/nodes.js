import { koreanStem } from './korean-stems.js';

/** One node for every record and one for every line of a hexagram (iching:11.3). */
export function nodesOf(records) {
  const trigrams = new Map(records.filter(({ kind }) => kind === 'trigram').map((trigram) => [trigram.id, trigram]));
  return records.flatMap((record) => [recordNode(record), ...lineNodes(record, trigrams)]);
}

function recordNode(record) {
  const names = [...record.aliases_ko, ...(record.names?.ko ?? [])];
  const englishNames = [...record.aliases_en, ...(record.names?.en ?? [])];
  const stems = names.map(koreanStem).filter((stem) => stem !== undefined);
  return {
    id: record.id,
    kind: record.kind,
    ...(record.category && { category: record.category }),
    title_ko: record.title_ko,
    title_en: record.title_en,
    text_ko: firstSentence(record.text_ko),
    text_en: firstSentence(record.text_en),
    aliases_ko: unique(names.filter((name) => name !== record.title_ko && koreanStem(name) === undefined)),
    aliases_en: unique(englishNames.filter((name) => name !== record.title_en.toLowerCase())),
    ...(stems.length > 0 && { stems_ko: unique(stems) }),
    tags: record.tags,
    ...provenance(record),
  };
}

function lineNodes(record, trigrams) {
  if (record.kind !== 'hexagram') return [];
  return record.lines.map((line) => ({
    id: `${record.id}.${line.n}`,
    kind: 'hexagram_line',
    title_ko: `${record.title_ko} ${line.n}효`,
    title_en: `${record.title_en}, line ${line.n}`,
    text_ko: line.ko,
    text_en: line.en,
    aliases_ko: [`${record.number}번 괘 ${line.n}효`],
    aliases_en: [`hexagram ${record.number} line ${line.n}`],
    tags: [`element:${trigrams.get(`trigram:${line.n <= 3 ? record.lower : record.upper}`).element}`],
    ...provenance(record),
  }));
}

const provenance = ({ source, licence, version }) => ({ source, licence, version });
const unique = (items) => [...new Set(items)];
const firstSentence = (text) => /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
