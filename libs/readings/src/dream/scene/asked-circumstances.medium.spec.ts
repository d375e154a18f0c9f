import { beforeAll, describe, expect, it } from '@jest/globals';
import { FolderGraphSource } from '@app/knowledge';
import { GraphStore } from '@app/rag';
import { readLanguages } from './language.js';
import { SceneReader } from './scene-reader.js';
import { readSituations } from './situations.js';

const store = new GraphStore([new FolderGraphSource('knowledge/graph')], 'knowledge/language');
const reader = new SceneReader(readLanguages('knowledge'), readSituations('knowledge'));
const circumstancesOf = (text: string) => reader.read(text, store.linker()).situations.map(({ id }) => id);

beforeAll(() => store.open());

describe('circumstances that a question states', () => {
  it('do not include guilt for a question that only asks what to do', () => {
    expect(circumstancesOf('Should I move to another city?')).not.toContain('circumstance:guilt');
    expect(circumstancesOf('How should I handle the conflict?')).not.toContain('circumstance:guilt');
    expect(circumstancesOf('I should have called her.')).toContain('circumstance:guilt');
    expect(circumstancesOf('Should I move to another city?')).toContain('circumstance:move');
  });
});
