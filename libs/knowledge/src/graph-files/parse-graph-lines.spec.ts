import { describe, expect, it } from '@jest/globals';
import { JsonLineError } from '../json-lines.js';
import { parseEdges, parseNodes } from './parse-graph-lines.js';

describe('graph files', () => {
  it('reads a node and applies defaults', () => {
    expect(
      parseNodes('{"id":"own:tea","title_en":"Tea","aliases_en":["Green Tea"],"colour":"green"}\n', 'nodes.jsonl'),
    ).toEqual([
      {
        id: 'own:tea',
        kind: 'node',
        titles: { ko: 'Tea', en: 'Tea' },
        texts: { ko: '', en: '' },
        aliases: { ko: [], en: ['green tea'] },
        stems: [],
        tags: [],
        source: '',
      },
    ]);
  });

  it('reads an edge', () => {
    expect(parseEdges('\n{"source":"a","target":"b","type":"warms"}\n', 'edges.jsonl')).toEqual([
      { source: 'a', target: 'b', type: 'warms', weight: 1 },
    ]);
  });

  it.each([
    ['{"id":"a","title_ko":"가"}\nnot json', 'nodes.jsonl:2: is not JSON'],
    ['{"id":"a"}', 'nodes.jsonl:1: has no title in any language'],
    ['{"id":"a b","title_ko":"가"}', 'nodes.jsonl:1: id must not be empty or hold white space'],
    ['{"title_ko":"가"}', 'nodes.jsonl:1: id'],
  ])('names the file and the line of %j', (text, message) => {
    expect(() => parseNodes(text, 'nodes.jsonl')).toThrow(message);
  });

  it.each([
    '{"source":"a","target":"b","type":"x","weight":0}',
    '{"source":"a","target":"b","type":"x","weight":2}',
    '{"source":"a","type":"x"}',
  ])('refuses %s', (line) => {
    expect(() => parseEdges(line, 'edges.jsonl')).toThrow(JsonLineError);
  });
});
