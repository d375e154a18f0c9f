import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { deriveGraph } from './derive-graph.js';
import { koreanStem, koreanStems } from './korean-stems.js';
import { readRecords } from './read-records.js';

const records = readRecords('knowledge');
const graph = deriveGraph(records);
const written = (name: string): unknown[] =>
  readFileSync(`knowledge/graph/${name}.jsonl`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('the derived graph', () => {
  it('is what the files hold; `npm run knowledge:graph` writes them anew', () => {
    expect(written('nodes')).toEqual(graph.nodes);
    expect(written('edges')).toEqual(graph.edges);
  });

  it('does not depend on the order of the records, but for the order of its nodes', () => {
    expect(deriveGraph(records.toReversed()).edges).toEqual(graph.edges);
  });

  it('refuses records whose relatives are missing', () => {
    const withoutAir = records.filter(({ id }: { id: string }) => id !== 'element:air');
    expect(() => deriveGraph(withoutAir)).toThrow('element:air');
  });

  it('knows only stems that some record really lists', () => {
    const aliases = new Set(records.flatMap((record: { aliases_ko: string[] }) => record.aliases_ko));
    expect([...koreanStems].filter((stem) => !aliases.has(stem) && !aliases.has(`${stem}다`))).toEqual([]);
  });

  it.each([
    ['쫓기다', '쫓기'],
    ['길을 잃다', '길을 잃'],
    ['무서웠', '무서웠'],
    ['바다', undefined],
    ['베란다', undefined],
    ['뱀', undefined],
  ])('takes the stem of %s for %s', (alias, stem) => {
    expect(koreanStem(alias)).toBe(stem);
  });
});
