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

  it('name records that exist', () => {
    const ids = readLanguages('knowledge').flatMap(({ idioms, feelings }) => [
      ...idioms.flatMap(({ symbols, emotions }) => [...symbols, ...emotions]),
      ...feelings.map(({ emotion }) => emotion),
    ]);
    expect(ids.length).toBeGreaterThan(20);
    expect(ids.filter((id) => !store.linker().named(id))).toEqual([]);
  });

  it('are reported by name when they are missing', () => {
    expect(() => readLanguages('test')).toThrow(ConfigurationError);
    expect(() => readLanguages('test')).toThrow(/language\/ko\.json/);
  });
});
