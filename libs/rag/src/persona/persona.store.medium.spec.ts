import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { factRecordId } from '../search/fact-records.js';
import { PersonaStore } from './persona.store.js';

let folder: string;
let store: PersonaStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'persona-'));
  store = new PersonaStore(folder);
});

afterEach(async () => {
  store.close();
  await rm(folder, { recursive: true });
});

describe('PersonaStore', () => {
  it('reports missing files and serves them once they exist', async () => {
    await store.open();
    expect(store.status()).toMatchObject({ ready: false, reason: expect.stringContaining('no persona file') });
    expect(() => store.current()).toThrow(expect.objectContaining({ code: 'knowledge.unavailable' }));
    await cp('knowledge/persona', folder, { recursive: true });
    await store.refresh();
    expect(store.status()).toEqual({ ready: true, problems: [] });
  });

  it('names the invalid line', async () => {
    await writeFile(join(folder, 'coach.jsonl'), 'nonsense\n');
    await store.open();
    expect(store.status()).toMatchObject({
      ready: false,
      reason: expect.stringContaining('persona/coach.jsonl:1: is not JSON'),
    });
  });

  it('keeps serving the loaded rules while a file is invalid', async () => {
    await cp('knowledge/persona', folder, { recursive: true });
    await store.open();
    const { rules } = store.current();
    await writeFile(join(folder, 'coach.jsonl'), '{"id":');
    await store.refresh();
    expect(store.current().rules).toBe(rules);
    expect(store.status()).toMatchObject({ ready: true, problems: [expect.stringContaining('coach.jsonl:1')] });
  });
});

describe('the pack’s counsellors', () => {
  it('include a default one and refer to existing records only', async () => {
    const pack = new PersonaStore('knowledge/persona');
    await pack.refresh();
    const { personas, rules } = pack.current();
    expect(personas.has('counselor')).toBe(true);
    const ids = new Set(
      readFileSync('knowledge/graph/nodes.jsonl', 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { id: string }).id),
    );
    const tags = rules.flatMap(({ when }) => when.flatMap(({ alternatives }) => alternatives.map(({ tag }) => tag)));
    const ofRecords = tags.filter((tag) => !/^(kind|orientation|changing|arcana|suit|strength|spread):|:$/.test(tag));
    expect(ofRecords.filter((tag) => !ids.has(factRecordId(tag)))).toEqual([]);
  });
});
