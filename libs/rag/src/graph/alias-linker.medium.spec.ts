import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { AliasLinker } from './alias-linker.js';
import { readGraphLanguage } from './graph-language.js';
import { parseNodes } from '@app/knowledge';

interface Labelled {
  readonly text: string;
  readonly ids: readonly string[];
}

const { senses } = await readGraphLanguage('knowledge/language');
const nodes = parseNodes(readFileSync('knowledge/graph/nodes.jsonl', 'utf8'), 'nodes.jsonl');
const linker = new AliasLinker(nodes, senses);
const linked = (text: string) => linker.link(text).map(({ id }) => id);
const labelled = (language: string): readonly Labelled[] =>
  readFileSync(`test/knowledge/linked-${language}.jsonl`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);

const symbols = readFileSync('knowledge/domain/dream.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as { id: string; contexts: readonly { ko: string; en: string }[] });

describe.each([
  ['ko', 60],
  ['en', 40],
] as const)('the linker on labelled sentences (%s)', (language, least) => {
  const sentences = labelled(language);

  it('links what annotators linked, with few false positives', () => {
    const found = sentences.map(({ text, ids }) => ({ ids, found: linked(text) }));
    const count = (of: (sentence: (typeof found)[number]) => readonly string[]) => found.flatMap(of).length;
    const right = count(({ ids, found: all }) => all.filter((id) => ids.includes(id)));
    const precision = right / count(({ found: all }) => all);
    const recall = right / count(({ ids }) => ids);
    console.log(
      `${language}: ${sentences.length} sentences, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
    );
    expect(sentences.length).toBeGreaterThanOrEqual(least);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.98);
  });

  it.each(sentences.filter(({ ids }) => ids.length === 0))('finds nothing in “$text”', ({ text }) => {
    expect(linked(text)).toEqual([]);
  });
});

describe('the linker on English words that are also others', () => {
  it.each([
    ['Clear water rose until it filled the house', 'dream:rose', false],
    ['The waves rose over my head', 'dream:rose', false],
    ['He rose from the bed and the sun rose up', 'dream:rose', false],
    ['He gave me a withered red rose from his garden', 'dream:rose', true],
    ['My mother’s rose bloomed, and this rose was black', 'dream:rose', true],
    ['A giant frog sat on my bed', 'dream:monster', false],
    ['A giant chased me', 'dream:monster', true],
    ['In the cave I met a giant who laughed', 'dream:monster', true],
    ['I was as tall as a giant.', 'dream:monster', true],
  ])('“%s”: %s %s', (text, id, isMeant) => {
    expect(linked(text).includes(id)).toBe(isMeant);
  });
});

describe('the linker on unlabelled sentences', () => {
  // Each situation mentions its symbol, but not always by a listed name ("a prize fish", "the sun sets").
  it.each(['ko', 'en'] as const)('finds the symbol in nine of ten of its own situations (%s)', (language) => {
    const situations = symbols.flatMap(({ id, contexts }) =>
      contexts.map((context) => ({ id, text: context[language] })),
    );
    const found = situations.filter(({ id, text }) => linked(text).includes(id)).length / situations.length;
    console.log(`${language}: ${situations.length} situations, symbol linked in ${found.toFixed(3)}`);
    expect(found).toBeGreaterThanOrEqual(0.88);
  });
});

interface Question {
  readonly id: string;
  readonly text: string;
}

describe('the linker on the questions of the evaluation', () => {
  const rowsOf = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n');

  it.each(['ko', 'en'] as const)('links what the question is about (%s)', (language) => {
    const folder = `test/evaluation/pack-${language}`;
    const questions = rowsOf(`${folder}/queries.jsonl`).map((line) => JSON.parse(line) as Question);
    const graded = rowsOf(`${folder}/qrels.tsv`).map((line) => line.split('\t'));
    const about = Map.groupBy(graded, ([question]) => question);
    const missed = questions.filter(({ id, text }) => {
      const ids = new Set(linked(text));
      return !about.get(id)?.some(([, record = '']) => ids.has(record));
    });
    console.log(`${language}: ${questions.length - missed.length} of ${questions.length} questions linked to a record`);
    // The remaining questions only describe their record ("my chart has no water").
    expect(missed.length).toBeLessThanOrEqual(2);
  });
});
