import { globSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ConfigurationError } from '@app/config';
import { FolderGraphSource } from '@app/knowledge';
import { GraphStore } from '@app/rag';
import { readLanguages } from './language.js';
import { Lexicon } from './lexicon.js';

const store = new GraphStore([new FolderGraphSource('knowledge/graph')], 'knowledge/language');

beforeAll(() => store.open());

describe('the language files of the pack', () => {
  it('hold well-formed phrases', () => {
    expect(() => new Lexicon(readLanguages('knowledge'))).not.toThrow();
  });

  it('have every class of words that the scene reader uses', () => {
    const code = globSync('libs/readings/src/dream/scene/*.ts').map((path) => readFileSync(path, 'utf8'));
    const used = new Set(code.flatMap((text) => [...text.matchAll(/isA\('([a-z-]+)'/g)].map(([, name]) => name)));
    const known = new Set(readLanguages('knowledge').flatMap(({ classes }) => Object.keys(classes)));
    expect(used.size).toBeGreaterThan(20);
    expect([...used, 'new', 'own', 'definite'].filter((name) => !known.has(name ?? ''))).toEqual([]);
  });

  it('name records that exist', () => {
    const ids = readLanguages('knowledge').flatMap(({ idioms, feelings }) => [
      ...idioms.flatMap(({ symbols, emotions }) => [...symbols, ...emotions]),
      ...feelings.map(({ emotion }) => emotion),
    ]);
    expect(ids.length).toBeGreaterThan(20);
    expect(ids.filter((id) => !store.linker().named(id))).toEqual([]);
  });

  it('mark only names of records as hints', () => {
    const nodes = readFileSync('knowledge/graph/nodes.jsonl', 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<'id' | 'title_ko' | 'title_en', string> & Record<string, string[]>);
    const names = new Map(
      nodes.map(({ id, title_ko, title_en, aliases_ko = [], aliases_en = [], stems_ko = [] }) => [
        id,
        new Set([title_ko, title_en.toLowerCase(), ...aliases_ko, ...aliases_en, ...stems_ko]),
      ]),
    );
    const unknown = readLanguages('knowledge').flatMap(({ hints }) =>
      Object.entries(hints).flatMap(([id, hinting]) => hinting.filter((name) => !names.get(id)?.has(name))),
    );
    expect(unknown).toEqual([]);
  });

  it('are reported by name when they are missing', () => {
    expect(() => readLanguages('test')).toThrow(ConfigurationError);
    expect(() => readLanguages('test')).toThrow(/language\/ko\.json/);
  });
});
