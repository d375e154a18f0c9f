import { describe, expect, it } from '@jest/globals';
import { type KnowledgeRecord, domainRecords, ofKind, packFiles, readPack, readPackText } from './knowledge-pack.js';

const HANGUL = /[가-힣]/;
const LATIN = /[A-Za-z]/;
const recordFiles = packFiles.filter((file) => file !== 'graph/edges.jsonl');
const vocabulary = new Set(
  ['theme', 'emotion', 'archetype', 'element'].flatMap((kind) => ofKind(kind).map(({ id }) => id)),
);
const repeated = (items: readonly string[]) => items.filter((item, index) => items.indexOf(item) !== index);

describe('the records of the knowledge pack', () => {
  it.each(packFiles)('%s is UTF-8 lines without byte order mark, carriage return or trailing blank', (file) => {
    expect(readPackText(file)).not.toMatch(/^\uFEFF|\r|[ \t]\n|\n\n/);
    expect(readPackText(file).endsWith('\n')).toBe(true);
  });

  it.each(recordFiles)('%s has every common field in both languages', (file) => {
    for (const record of readPack(file)) {
      expect(record).toMatchObject({ licence: 'CC0-1.0', version: '1', source: expect.stringMatching(/\S/) });
      expect([record.id, record['title_ko'], record['text_ko']]).toEqual([
        expect.stringMatching(/^[a-z]+:[a-z0-9.-]+$/),
        expect.stringMatching(HANGUL),
        expect.stringMatching(HANGUL),
      ]);
      expect([record['title_en'], record['text_en']]).toEqual([
        expect.stringMatching(LATIN),
        expect.stringMatching(LATIN),
      ]);
      expect(record['text_en']).not.toMatch(HANGUL);
    }
  });

  it('have unique ids outside the graph, whose nodes are the records', () => {
    const ids = recordFiles
      .filter((file) => !file.startsWith('graph/'))
      .flatMap((file) => readPack(file).map(({ id }) => id));
    expect(repeated(ids)).toEqual([]);
  });

  it('have no duplicate texts', () => {
    const texts = recordFiles
      .filter((file) => !file.startsWith('graph/'))
      .flatMap((file) => readPack(file).flatMap((record) => [String(record['text_ko']), String(record['text_en'])]));
    expect(repeated(texts)).toEqual([]);
  });

  it.each(recordFiles)('%s uses only tags of the vocabulary', (file) => {
    const unknown = readPack(file).flatMap(({ tags }) => tags.filter((tag) => !vocabulary.has(tag)));
    expect(unknown).toEqual([]);
  });

  it.each(packFiles.filter((file) => file.startsWith('domain/')))('%s has unique names', (file) => {
    const names = readPack(file).flatMap((record: KnowledgeRecord) => [
      ...new Set([...record.aliases_ko, ...record.aliases_en, String(record['title_ko']), String(record['title_en'])]),
    ]);
    expect(repeated(names)).toEqual([]);
  });

  it('have the documented minimum counts', () => {
    const count = (kind: string) => ofKind(kind).length;
    const saju = ['stem', 'branch', 'pillar', 'ten_god', 'five_element', 'solar_term'];
    const astrology = ['sign', 'body', 'house', 'aspect', 'planet_in_sign'];
    expect(count('dream_symbol')).toBeGreaterThanOrEqual(300);
    expect([count('tarot_card'), count('hexagram'), count('trigram')]).toEqual([78, 64, 8]);
    expect(saju.map(count)).toEqual([10, 12, 60, 10, 5, 24]);
    expect(astrology.map(count)).toEqual([12, 10, 12, 5, 120]);
    expect(
      packFiles.filter((file) => file.startsWith('corpus/')).flatMap((file) => readPack(file)).length,
    ).toBeGreaterThanOrEqual(250);
    const persona = packFiles.filter((file) => file.startsWith('persona/')).flatMap((file) => readPack(file));
    expect(persona.filter(({ kind }) => kind === 'persona').length).toBeGreaterThanOrEqual(4);
    expect(persona.filter(({ kind }) => kind === 'persona_rule').length).toBeGreaterThanOrEqual(200);
  });

  it('have a category, situations, a folk and a psychological reading for every dream symbol', () => {
    for (const symbol of ofKind('dream_symbol')) {
      expect(symbol['category']).toMatch(/^(character|animal|place|nature|object|body|action|emotion)$/);
      expect(symbol['folk']).toMatch(/^(taemong|gilmong|hyungmong|mixed|none)$/);
      expect((symbol['contexts'] as unknown[]).length).toBeGreaterThanOrEqual(2);
      for (const field of ['folk_ko', 'folk_en', 'psyche_ko', 'psyche_en']) expect(symbol[field]).toMatch(/\S/);
    }
  });

  it('refer only to existing records', () => {
    const ids = new Set(domainRecords.map(({ id }) => id));
    const references = domainRecords.flatMap((record) => [
      ...reference('trigram:', record['lower'], record['upper']),
      ...reference('saju:stem-', record['stem']),
      ...reference('saju:branch-', record['branch'], record['month_branch']),
      ...reference('saju:tengod-', record['branch_tengod']),
      ...reference('astro:sign-', record['sign'], record['natural_sign'], record['exaltation']),
      ...reference('astro:body-', record['body'], record['ruler'], record['ruler_traditional']),
    ]);
    expect(references.filter((id) => !ids.has(id))).toEqual([]);
  });
});

const reference = (prefix: string, ...slugs: readonly unknown[]): readonly string[] =>
  slugs.filter((slug) => typeof slug === 'string').map((slug) => prefix + slug);
