import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ReadingInputError, SPREADS, SPREAD_IDS } from '@app/divination';
import { parseInput } from '../parse-input.js';
import { planTarot } from './plan-tarot.js';
import { tarotInput } from './tarot.input.js';
import { noScenes } from '../testing/no-scenes.js';

interface CardFact {
  readonly position: string;
  readonly id: string;
  readonly name: string;
  readonly reversed: boolean;
}

const linker = { named: () => undefined, link: () => [] };
const plan = (body: Record<string, unknown>) => planTarot(parseInput(tarotInput, body), { linker, scenes: noScenes });
const cardsOf = (body: Record<string, unknown>) => plan(body).facts['cards'] as readonly CardFact[];

function refusal(body: Record<string, unknown>): string {
  try {
    plan(body);
  } catch (error) {
    if (error instanceof ReadingInputError) return error.field;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('planTarot', () => {
  it('is deterministic for a seed, fills every position, repeats no card (500 seeds, every spread)', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.constantFrom(...SPREAD_IDS), (seed, spread) => {
        const cards = cardsOf({ seed, spread });
        expect(cardsOf({ seed, spread })).toEqual(cards);
        expect(cards.map(({ position }) => position)).toEqual(SPREADS[spread].positions.map(({ ko }) => ko));
        expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
      }),
      { numRuns: 500 },
    );
  });

  it('draws cards uniformly, half of them reversed', () => {
    const drawn = Array.from({ length: 3_900 }, (_, seed) => cardsOf({ seed, spread: 'one' })).flat();
    const counts = new Map<string, number>();
    for (const { id } of drawn) counts.set(id, (counts.get(id) ?? 0) + 1);
    expect(counts.size).toBe(78);
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 50) ** 2 / 50, 0);
    // 77 degrees of freedom. The seeds are fixed, so the statistic is constant; random draws exceed 140 in 2 of 100 000
    // cases.
    expect(chiSquare).toBeLessThan(140);
    const reversed = drawn.filter((card) => card.reversed).length;
    expect(Math.abs(reversed / drawn.length - 0.5)).toBeLessThan(0.03);
  });

  it('uses the given cards, by id or name, and requests their records', () => {
    const { facts, entities, tags, searchText } = plan({
      spread: 'three',
      question: '새 일을 시작해도 될까요?',
      cards: [{ id: 'the-fool' }, { name: '완드 에이스', reversed: true }],
    });
    expect(facts).toEqual({
      spread: { id: 'three', name: '과거·현재·미래' },
      cards: [
        { position: '과거', positionId: 'past', id: 'tarot:the-fool', name: '바보', reversed: false },
        { position: '현재', positionId: 'present', id: 'tarot:ace-of-wands', name: '완드 에이스', reversed: true },
      ],
    });
    expect(entities).toEqual([
      { id: 'tarot:the-fool', facets: ['upright'] },
      { id: 'tarot:ace-of-wands', facets: ['reversed'] },
    ]);
    expect(tags).toEqual([
      'kind:tarot',
      'spread:three',
      'card:the-fool',
      'arcana:major',
      'orientation:upright',
      'card:ace-of-wands',
      'suit:wands',
      'element:fire',
      'orientation:reversed',
    ]);
    expect(searchText).toBe('새 일을 시작해도 될까요? 바보 완드 에이스');
  });

  it('lays given cards without a spread in positions only where these are known', () => {
    const laid = (...cards: readonly unknown[]) => plan({ cards, locale: 'en' }).facts;
    expect(laid('Strength')).toMatchObject({ spread: { id: 'one' }, cards: [{ position: 'The heart of the matter' }] });
    expect(laid('Strength', 'Fool', 'Sun')).toMatchObject({
      spread: { id: 'three' },
      cards: [{ position: 'Past' }, {}, {}],
    });
    for (const facts of [laid('Strength', 'Fool'), laid('Strength', 'Fool', 'Sun', 'Star')]) {
      expect(facts).not.toHaveProperty('spread');
      for (const card of facts['cards'] as readonly object[]) expect(card).not.toHaveProperty('position');
    }
    expect(laid({ name: 'Sun', position: 'Future' })).toMatchObject({ cards: [{ position: 'Future' }] });
  });

  it('names the field of impossible cards', () => {
    expect(refusal({ cards: [{ id: 'the-fool' }, { name: 'The Unicorn' }] })).toBe('cards.1.name');
    expect(refusal({ cards: [{ id: 'the-unicorn' }] })).toBe('cards.0.id');
    expect(refusal({ cards: [{ id: 'the-fool' }, { name: '바보', reversed: true }] })).toBe('cards.1.name');
    expect(refusal({ spread: 'one', cards: [{ id: 'the-fool' }, { id: 'the-star' }] })).toBe('cards');
  });

  it.each([
    [{ cards: [{ name: 'Fool', orientaton: 'reversed' }] }, 'cards.0.orientaton'],
    [{ spred: 'one' }, 'spred'],
    [{ cards: [{ name: 'Fool', position: 'Middle' }] }, 'cards.0.position'],
    [{ cards: [{ name: 'Fool', position: 2 }, 'The Star'] }, 'cards.1.position'],
    [{ significator: 'The Unicorn' }, 'significator'],
  ])('refuses %j and names %s', (body, field) => {
    expect(refusal(body)).toBe(field);
  });

  it.each([
    [{ name: 'Fool', isReversed: true }],
    [{ name: 'Fool', is_reversed: true }],
    [{ name: 'Fool', orientation: 'reversed' }],
    [{ id: 'the-fool', orientation: '역방향' }],
    ['The Fool (reversed)'],
  ])('understands the orientation in %j', (card) => {
    expect(cardsOf({ spread: 'one', cards: [card] })).toMatchObject([{ id: 'tarot:the-fool', reversed: true }]);
  });

  it('lays cards at the positions they name', () => {
    const cards = [
      { name: 'Fool', position: 3 },
      { name: 'Star', position: 'Past' },
      { name: 'Sun', position: '현재' },
    ];
    expect(cardsOf({ cards, locale: 'en' }).map(({ position, name }) => [position, name])).toEqual([
      ['Past', 'The Star'],
      ['Present', 'The Sun'],
      ['Future', 'The Fool'],
    ]);
  });

  it('draws no reversed card and no significator when asked not to', () => {
    const options = { spread: 'year', reversals: false, significator: 'Queen of Cups' };
    for (let seed = 0; seed < 50; seed++)
      for (const { id, reversed } of cardsOf({ ...options, seed }))
        expect([id === 'tarot:queen-of-cups', reversed]).toEqual([false, false]);
    expect(plan({ ...options, locale: 'en' }).facts['significator']).toEqual({
      id: 'tarot:queen-of-cups',
      name: 'Queen of Cups',
    });
  });

  it('names cards as the chosen deck does and lays the Celtic cross in Waite’s order', () => {
    const { facts } = plan({
      spread: 'celtic-cross',
      celticCrossOrder: 'waite',
      deck: 'thoth',
      cards: ['Art'],
      locale: 'en',
    });
    expect(facts).toMatchObject({ deck: 'thoth', cards: [{ id: 'tarot:temperance', deckName: 'Art' }] });
    expect(cardsOf({ spread: 'celtic-cross', celticCrossOrder: 'waite', seed: 1, locale: 'en' })[2]?.position).toBe(
      'The aim',
    );
  });

  it('names the field of malformed cards', () => {
    const paths = (body: unknown) => tarotInput.safeParse(body).error?.issues.map(({ path }) => path.join('.'));
    expect(paths({ cards: [{ reversed: true }] })).toEqual(['cards.0']);
    expect(paths({ spread: 'pyramid' })).toEqual(['spread']);
  });

  it.each(['ko', 'en'])('asks three different questions about these cards (%s)', (locale) => {
    const upright = plan({ cards: [{ id: 'the-fool' }, { id: 'the-star' }], locale }).followups;
    const turned = plan({ cards: [{ id: 'the-fool' }, { id: 'the-star', reversed: true }], locale }).followups;
    const single = plan({ spread: 'one', cards: [{ id: 'the-fool' }], locale }).followups;
    for (const followups of [upright, turned, single]) expect(new Set(followups).size).toBe(3);
    expect(upright[1]).toContain(locale === 'ko' ? '별' : 'the Star');
    expect(turned[0]).not.toBe(upright[0]);
  });
});
