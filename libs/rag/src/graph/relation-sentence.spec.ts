import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { edge, node } from '../testing/graph-items.js';
import { parseEdges, parseNodes } from '@app/knowledge';
import { readGraphLanguage } from './graph-language.js';
import { relationSentence, repeatsName } from './relation-sentence.js';

const { relations } = await readGraphLanguage('knowledge/language');
const titled = (id: string, ko: string, en: string) => node(id, { titles: { ko, en } });
const snake = titled('dream:snake', '뱀', 'Snake');
const change = titled('theme:change', '변화', 'Change');
const fear = titled('emotion:fear', '두려움', 'Fear');

describe('edges as sentences', () => {
  it('chooses particles by the preceding sound', () => {
    const said = (turn: number) =>
      relationSentence(edge('dream:snake', 'theme:change'), snake, change, 'ko', relations.ko, turn);
    expect([0, 1, 2, 3].map(said)).toEqual([
      '뱀은 변화라는 주제로 이어집니다.',
      '뱀에는 변화라는 주제가 담겨 있습니다.',
      '뱀은 변화를 돌아보게 합니다.',
      '뱀은 변화라는 주제로 이어집니다.',
    ]);
    expect(relationSentence(edge('theme:change', 'emotion:fear'), change, fear, 'ko', relations.ko)).toBe(
      '변화는 두려움을 불러일으키곤 합니다.',
    );
  });

  it('capitalises the beginning of an English sentence only', () => {
    expect(relationSentence(edge('dream:snake', 'emotion:fear'), snake, fear, 'en', relations.en)).toBe(
      'Snake can stir fear.',
    );
  });

  it('distinguishes two nodes with the same name', () => {
    const [dream, card] = [titled('dream:moon', '달', 'Moon'), titled('tarot:the-moon', '달', 'The Moon')];
    const image = edge('dream:moon', 'tarot:the-moon', 'corresponds', 0.8, 'image');
    expect(relationSentence(image, dream, card, 'ko', relations.ko)).toBe(
      '꿈속의 달과 타로의 달은 같은 상징에서 만납니다.',
    );
    expect(relationSentence(image, dream, card, 'en', relations.en)).toBe('Moon and the Moon meet in one symbol.');
  });

  it('are left out when they repeat the name of a placement', () => {
    const [sun, virgo] = [
      titled('astro:sun-virgo', '처녀자리 태양', 'Sun in Virgo'),
      titled('astro:sign-virgo', '처녀자리', 'Virgo'),
    ];
    const placement = edge('astro:sun-virgo', 'astro:sign-virgo', 'contains', 1, 'placement');
    for (const locale of ['ko', 'en'] as const) {
      expect(repeatsName(placement, sun, virgo, locale)).toBe(true);
      expect(repeatsName(edge('astro:sun-virgo', 'theme:change'), sun, change, locale)).toBe(false);
    }
  });

  it('shows a relation without a phrase as its type', () => {
    expect(relationSentence(edge('a', 'b', 'warms'), node('own:a'), node('own:b'), 'ko', relations.ko)).toBe(
      'own:a —warms→ own:b.',
    );
  });

  it('forms one complete sentence for every edge of the pack, in both languages', () => {
    const nodes = new Map(
      parseNodes(readFileSync('knowledge/graph/nodes.jsonl', 'utf8'), 'nodes').map((item) => [item.id, item]),
    );
    for (const item of parseEdges(readFileSync('knowledge/graph/edges.jsonl', 'utf8'), 'edges')) {
      const [source, target] = [nodes.get(item.source)!, nodes.get(item.target)!];
      for (const turn of [0, 1, 2]) {
        expect(relationSentence(item, source, target, 'ko', relations.ko, turn)).toMatch(/^[^{}→]+니다\.$/);
        expect(relationSentence(item, source, target, 'en', relations.en, turn)).toMatch(/^[A-Z0-9][^{}→]+\.$/);
      }
    }
  });
});
