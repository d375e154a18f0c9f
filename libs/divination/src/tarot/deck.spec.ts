import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { splitOrientation } from './card-orientation.js';
import { deckCardName } from './deck-card-name.js';
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

  it('finds every card by the names printed in other decks', () => {
    for (const deck of ['thoth', 'marseille'] as const)
      for (const card of DECK) {
        const name = deckCardName(card, deck) ?? '';
        expect([name, findCard(name, noLinker, deck)?.slug]).toEqual([name, card.slug]);
      }
  });

  it.each([
    ['XII. The Hanged Man', 'the-hanged-man'],
    ['0. Fool', 'the-fool'],
    ['0 · 愚者 The Fool', 'the-fool'],
    ['II · 女祭司 The High Priestess', 'the-high-priestess'],
    ['Strength (VIII)', 'strength'],
    ['11 Strength', 'strength'],
    ['FORTITUDE', 'strength'],
    ['THE WHEEL OF FORTUNE', 'wheel-of-fortune'],
    ['3 of Coins', 'three-of-pentacles'],
    ['VIII of Swords', 'eight-of-swords'],
    ['viii_of_swords', 'eight-of-swords'],
    ['IX Wands', 'nine-of-wands'],
    ['10 of Disks', 'ten-of-pentacles'],
    ['cups-ace', 'ace-of-cups'],
    ['Cups: Ace', 'ace-of-cups'],
    ['Ace of Chalices', 'ace-of-cups'],
    ['Ace of Rods', 'ace-of-wands'],
    ['Knave of Wands', 'page-of-wands'],
    ['Page of Coins', 'page-of-pentacles'],
    ['Princess of Disks', 'page-of-pentacles'],
    ['Prince of Cups', 'knight-of-cups'],
    ['Valet d’Épée', 'page-of-swords'],
    ['L’Amoureux', 'the-lovers'],
    ['Le Bateleur', 'the-magician'],
    ['The Aeon', 'judgement'],
    ['Judgment', 'judgement'],
    ['ar01', 'the-magician'],
    ['ar00', 'the-fool'],
    ['cups01', 'ace-of-cups'],
    ['wands14', 'king-of-wands'],
    ['swqu', 'queen-of-swords'],
    ['pe07', 'seven-of-pentacles'],
    ['waac', 'ace-of-wands'],
    ['m21', 'the-world'],
    ['c10', 'ten-of-cups'],
    ['major_arcana_fool', 'the-fool'],
    ['trump XIII', 'death'],
    ['컵에이스', 'ace-of-cups'],
    ['컵의 에이스', 'ace-of-cups'],
    ['완드의 여왕', 'queen-of-wands'],
    ['소드 페이지', 'page-of-swords'],
    ['검 8', 'eight-of-swords'],
    ['펜타클의 왕 카드', 'king-of-pentacles'],
    ['여교황', 'the-high-priestess'],
    ['바보카드', 'the-fool'],
    ['ｔｈｅ ｍｏｏｎ', 'the-moon'],
    ['Wand Six', 'six-of-wands'],
    ['A of Cups', 'ace-of-cups'],
    ['컵 A', 'ace-of-cups'],
    ['심판의 날', 'judgement'],
    ['WandSix', 'six-of-wands'],
    ['Sword: VI', 'six-of-swords'],
    ['TheFool', 'the-fool'],
    ['AceOfCups', 'ace-of-cups'],
    ['RWS_Tarot_00_Fool.jpg', 'the-fool'],
    ['10-wheel-of-fortune.webp', 'wheel-of-fortune'],
    ['wands-01-ace', 'ace-of-wands'],
    ['wands-11-page.webp', 'page-of-wands'],
    ['#37 Two of Cups', 'two-of-cups'],
    ['Ace of Wands (22)', 'ace-of-wands'],
    ['The Fool (광대)', 'the-fool'],
    ['매달린 남자 (The Hanged Man)', 'the-hanged-man'],
    ['Ace of Cups 컵 에이스', 'ace-of-cups'],
    ['Strength (Lust)', 'strength'],
    ['Knight (Prince) of Wands', 'knight-of-wands'],
    ['Ace of Pentacles (Coins)', 'ace-of-pentacles'],
    ['The Æon', 'judgement'],
    ['The Heirophant', 'the-hierophant'],
    ['Le Fou', 'the-fool'],
    ['Roy de Deniers', 'king-of-pentacles'],
    ['Ace of Spades', 'ace-of-swords'],
    ['컵 10', 'ten-of-cups'],
    ['컵 10번', 'ten-of-cups'],
    ['13번 죽음', 'death'],
    ['더 문', 'the-moon'],
    ['더데빌', 'the-devil'],
    ['하이로펀트', 'the-hierophant'],
    ['완즈 퀸', 'queen-of-wands'],
    ['컵스 에이트', 'eight-of-cups'],
    ['펜타클즈의 여왕', 'queen-of-pentacles'],
  ])('knows %s', (name, slug) => {
    expect(findCard(name, noLinker)?.slug).toBe(slug);
  });

  it.each([
    '8',
    'XI',
    'The Unicorn',
    'Eleven of Cups',
    '15 of Cups',
    'ar22',
    'Page',
    'Cups',
    'trump',
    '',
    '컵의',
    '10번',
    'Page / Knight of Cups',
    'The Sun (The Moon)',
    'Past: The Star, Future: The Sun',
    '5 Ace of Cups',
    'wandsix',
    'A Sword',
    'six',
    'Is',
    'vs.',
    'The Fool of Cups',
    '愚者',
  ])('refuses %j', (name) => {
    expect(findCard(name, noLinker)).toBeUndefined();
  });

  it('reads Thoth’s knight as king', () => {
    expect(findCard('Knight of Disks', noLinker, 'thoth')?.slug).toBe('king-of-pentacles');
    expect(findCard('Knight of Disks', noLinker)?.slug).toBe('knight-of-pentacles');
  });

  it('numbers Justice and Strength as the deck does', () => {
    expect(findCard('trump 8', noLinker)?.slug).toBe('strength');
    for (const deck of ['thoth', 'marseille'] as const)
      expect(['trump 8', 'trump XI', 'trump 13'].map((name) => findCard(name, noLinker, deck)?.slug)).toEqual([
        'justice',
        'strength',
        'death',
      ]);
    // Only Crowley calls the trumps atu.
    expect(findCard('Atu VIII', noLinker)?.slug).toBe('justice');
    expect(findCard('ar08', noLinker, 'thoth')?.slug).toBe('strength');
  });

  const index = (mentions: Readonly<Record<string, readonly string[]>>) => ({
    link: (text: string) =>
      Object.entries(mentions).flatMap(([mention, ids]) =>
        text.includes(mention) ? ids.map((id) => ({ id, mention })) : [],
      ),
  });

  it('looks up other names in the knowledge pack', () => {
    const linker = index({ '운명의 큰 바퀴': ['tarot:wheel-of-fortune'] });
    expect(findCard('운명의 큰 바퀴 카드', linker)?.slug).toBe('wheel-of-fortune');
    expect(findCard('유니콘', linker)).toBeUndefined();
  });

  it('finds nothing when a name matches two cards, or a record names only a part of it', () => {
    const linker = index({ 'sun and moon': ['tarot:the-sun', 'tarot:the-moon'], star: ['tarot:the-star'] });
    expect(findCard('sun and moon', linker)).toBeUndefined();
    expect(findCard('unicorn star', linker)).toBeUndefined();
  });
});

describe('splitOrientation', () => {
  it.each([
    ['The Fool (reversed)', 'The Fool', true],
    ['Reversed Fool', 'Fool', true],
    ['바보 역방향', '바보', true],
    ['바보 - 정방향', '바보', false],
    ['The Tower, upright', 'The Tower', false],
    ['fool_reversed', 'fool', true],
    ['reversed_00', '00', true],
    ['The Tower reverse', 'The Tower', true],
    ['Ace of Cups (Rev.)', 'Ace of Cups', true],
    ['Ace of Cups (R)', 'Ace of Cups', true],
    ['The Moon upside down', 'The Moon', true],
    ['바보역방향', '바보', true],
    ['바보(역)', '바보', true],
    ['컵의 왕 - 정위치', '컵의 왕', false],
    ['愚者 逆位置', '愚者', true],
    ['The Sun ↓', 'The Sun', true],
    ['The Fool', 'The Fool', undefined],
    ['거꾸로 매달린 사람', '거꾸로 매달린 사람', undefined],
    ['정의', '정의', undefined],
    ['The Rover', 'The Rover', undefined],
  ])('reads %s', (text, name, reversed) => {
    expect(splitOrientation(text)).toEqual(reversed === undefined ? { name } : { name, reversed });
  });
});
