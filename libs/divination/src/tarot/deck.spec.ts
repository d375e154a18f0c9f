import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DECK } from './deck.js';
import { findCard } from './find-card.js';
import { cardTags } from '@app/readings';

interface CardRecord {
  readonly id: string;
  readonly title_ko: string;
  readonly title_en: string;
  readonly suit: string | null;
  readonly element: string;
  readonly aliases_ko: readonly string[];
  readonly aliases_en: readonly string[];
}

const pack = readFileSync('knowledge/domain/tarot.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as CardRecord);

const noLinker = { link: () => [] };

describe('the deck', () => {
  it('equals the knowledge pack, card by card', () => {
    expect(DECK.map(({ slug, names, suit }) => [`tarot:${slug}`, names.ko, names.en, suit ?? null])).toEqual(
      pack.map(({ id, title_ko, title_en, suit }) => [id, title_ko, title_en, suit]),
    );
  });

  it('has the suit elements of the knowledge pack', () => {
    for (const card of DECK.filter(({ suit }) => suit !== undefined)) {
      const record = pack.find(({ id }) => id === `tarot:${card.slug}`);
      expect(cardTags({ card, reversed: false })).toContain(`element:${record?.element}`);
    }
  });
});

describe('findCard', () => {
  it('finds every card by id, slug and title in both languages and spellings', () => {
    for (const { id, title_ko, title_en } of pack) {
      const slug = id.slice('tarot:'.length);
      const written = [id, slug, slug.replaceAll('-', '_'), title_ko, ` ${title_ko} 카드`, title_en.toUpperCase()];
      for (const name of written) expect([name, findCard(name.trim(), noLinker)?.slug]).toEqual([name, slug]);
    }
  });

  it.each([
    ['XII. The Hanged Man', 'the-hanged-man'],
    ['0. Fool', 'the-fool'],
    ['3 of Coins', 'three-of-pentacles'],
    ['Ace of Rods', 'ace-of-wands'],
    ['Judgment', 'judgement'],
    ['컵에이스', 'ace-of-cups'],
    ['ｔｈｅ ｍｏｏｎ', 'the-moon'],
  ])('knows %s', (name, slug) => {
    expect(findCard(name, noLinker)?.slug).toBe(slug);
  });

  it('looks up other names in the knowledge pack', () => {
    const linker = {
      link: (text: string) =>
        text === '휠 오브 포춘' ? [{ id: 'tarot:wheel-of-fortune', titles: { ko: '', en: '' }, mention: text }] : [],
    };
    expect(findCard('휠 오브 포춘', linker)?.slug).toBe('wheel-of-fortune');
    expect(findCard('유니콘', linker)).toBeUndefined();
  });

  it('finds nothing when a name matches two cards', () => {
    const linker = {
      link: (mention: string) =>
        ['tarot:the-sun', 'tarot:the-moon'].map((id) => ({ id, titles: { ko: '', en: '' }, mention })),
    };
    expect(findCard('sun and moon', linker)).toBeUndefined();
  });
});
