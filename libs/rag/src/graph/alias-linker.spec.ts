import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AliasLinker } from './alias-linker.js';
import type { GraphNode } from '@app/knowledge';
import { growth } from '@app/text/testing';

const node = (id: string, ko: string, en: string, more: Partial<GraphNode> = {}): GraphNode => ({
  id,
  kind: 'dream_symbol',
  titles: { ko, en },
  texts: { ko, en },
  aliases: { ko: [], en: [] },
  stems: [],
  tags: [],
  source: 'test',
  ...more,
});

const linker = new AliasLinker([
  node('tarot:death', '죽음', 'Death'),
  node('theme:death', '죽음', 'Death', { kind: 'theme', stems: ['죽었'] }),
  node('dream:snake', '뱀', 'Snake', { aliases: { ko: ['구렁이'], en: ['viper'] } }),
  node('dream:dead-person', '죽은 사람', 'Dead person'),
  node('dream:person', '사람', 'Person'),
  node('dream:turtle', '거북이', 'Turtle'),
  node('dream:mouse', '쥐', 'Mouse'),
]);
const ids = (text: string) => linker.link(text).map(({ id }) => id);

describe('AliasLinker', () => {
  it.each(['뱀', '뱀 ', '뱀\uFE0F', '죽은 사람 ', 'snake ', 'a\u0301\u0316'])(
    'takes linear time on repeated %j',
    (piece) => {
      expect(growth((text) => linker.link(text), piece, 4_000)).toBeLessThan(9);
    },
  );

  it('returns the range of every mention', () => {
    const text = '큰  뱀이 왔다. 그 뱀은 컸다';
    const [snake] = linker.link(text);
    expect(snake?.spans.map(({ start, end }) => [start, text.slice(start, end)])).toEqual([
      [3, '뱀'],
      [12, '뱀'],
    ]);
  });

  it('returns every node of a name, terms last', () => {
    expect(ids('죽음이 두렵다')).toEqual(['theme:death', 'tarot:death']);
  });

  it('prefers the longest name and returns each node once, in text order', () => {
    expect(ids('죽은 사람과 구렁이, 그리고 뱀')).toEqual(['dream:dead-person', 'dream:snake']);
  });

  it('quotes the words that mention it', () => {
    expect(linker.link('I saw two VIPERS.')).toEqual([
      {
        id: 'dream:snake',
        titles: { ko: '뱀', en: 'Snake' },
        mention: 'VIPERS',
        spans: [{ start: 10, end: 16, name: 'viper' }],
      },
    ]);
    expect(linker.link('큰뱀에게서 도망쳤다')[0]?.mention).toBe('뱀');
  });

  it.each(['큰뱀이', '물뱀', '뱀꿈을', '뱀 꿈', '바다거북이가', '흰 쥐들이', '뱀이었다'])('links %s', (text) => {
    expect(ids(text)).toHaveLength(text === '물뱀' ? 0 : 1);
  });

  it.each(['snakeskin', 'deathly', 'personal', '뱀파이어', '사람됨됨이'])('finds nothing in %s', (text) => {
    expect(ids(text)).toEqual([]);
  });

  it('finds a name after any word and before any valid particle', () => {
    const before = fc.constantFrom('', '어제 ', '나는, ', '(', '“', 'the ');
    const particle = fc.constantFrom(
      '',
      '이',
      '을',
      '은',
      '의',
      '에게',
      '에게서',
      '처럼',
      '도',
      '들이',
      '들에게는',
      '으로',
      '이라는',
    );
    const after = fc.constantFrom('', '.', ' 나타났다', '!', ' came', ')');
    fc.assert(
      fc.property(before, particle, after, (left, middle, right) => {
        expect(ids(`${left}뱀${middle}${right}`)).toEqual(['dream:snake']);
      }),
    );
  });

  it('never throws and quotes only parts of the text', () => {
    const words = fc.constantFrom(
      '뱀',
      '죽은',
      ' 사람',
      'snake',
      's',
      '이',
      ' ',
      '\n',
      'İ',
      '👩‍👩‍👧',
      '뱀'.normalize('NFD'),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'grapheme' }))), (parts) => {
        const text = parts.join('');
        for (const { mention } of linker.link(text)) expect(text.normalize('NFC')).toContain(mention);
      }),
    );
  });

  it('links nothing before there are nodes', () => {
    expect(new AliasLinker([]).link('뱀')).toEqual([]);
  });
});
