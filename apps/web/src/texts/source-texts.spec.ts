import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { isOwnText, sourceText } from './source-texts.js';

const FOLDERS = ['corpus', 'domain', 'graph', 'persona'];
/** The sources of all built-in records. */
const sources = [
  ...new Set(
    FOLDERS.flatMap((folder) => readdirSync(`knowledge/${folder}`).map((name) => `knowledge/${folder}/${name}`))
      .filter((path) => path.endsWith('.jsonl'))
      .flatMap((path) => readFileSync(path, 'utf8').trim().split('\n'))
      .map((line) => JSON.parse(line) as { readonly title_ko?: string; readonly source?: string })
      .flatMap(({ title_ko: title, source }) => (title && source ? [source] : [])),
  ),
];

describe('sourceText', () => {
  it('names the basis of every built-in record in Korean', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter((source) => /[A-Za-z]|직접 쓴/.test(sourceText(source, 'ko')))).toEqual([]);
    expect(sources.filter((source) => source !== 'own text' && sourceText(source, 'ko') === '')).toEqual([]);
  });

  it('does not say at each record that its text was written for this product', () => {
    expect(sources.filter((source) => !isOwnText(source))).toEqual([]);
    expect(sources.filter((source) => sourceText(source, 'en').startsWith('own '))).toEqual([]);
  });

  it.each([
    ['own text; Western astrological tradition', '서양 점성술 전통', 'Western astrological tradition'],
    [
      '따뜻한 상담자: own text; supportive listening practice',
      '마음 돌봄에 관한 지식',
      'supportive listening practice',
    ],
    ['own paraphrase of Seneca, On Anger 2.29', '스토아 철학', 'Seneca, On Anger 2.29'],
    ['own text; facts after Samguk Yusa', '옛 문헌과 이야기', 'facts after Samguk Yusa'],
    ['handbook.pdf', 'handbook.pdf', 'handbook.pdf'],
  ])('names the basis of %s', (source, ko, en) => {
    expect([sourceText(source, 'ko'), sourceText(source, 'en')]).toEqual([ko, en]);
  });
});
