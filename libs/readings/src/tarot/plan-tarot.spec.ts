import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ReadingInputError } from '@app/divination';
import { planTarot } from './plan-tarot.js';
import { SPREADS, SPREAD_IDS } from '@app/divination';
import { tarotInput } from './tarot.input.js';
import { noScenes } from '../testing/no-scenes.js';

interface CardFact {
  readonly position: string;
  readonly id: string;
  readonly name: string;
  readonly reversed: boolean;
}

const linker = { named: () => undefined, link: () => [] };
const plan = (body: Record<string, unknown>) => planTarot(tarotInput.parse(body), { linker, scenes: noScenes });
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
    // 77 degrees of freedom: the seeds are fixed, so this is one number; chance exceeds 140 twice in 100 000.
    expect(chiSquare).toBeLessThan(140);
    const reversed = drawn.filter((card) => card.reversed).length;
    expect(Math.abs(reversed / drawn.length - 0.5)).toBeLessThan(0.03);
  });

  it('uses the given cards, by id or name, and requests their records', () => {
    const { facts, entities, tags, searchText } = plan({
      question: '새 일을 시작해도 될까요?',
      cards: [{ id: 'the-fool' }, { name: '완드 에이스', reversed: true }],
    });
    expect(facts).toEqual({
      spread: { id: 'three', name: '과거·현재·미래' },
      cards: [
        { position: '과거', id: 'tarot:the-fool', name: '바보', reversed: false },
        { position: '현재', id: 'tarot:ace-of-wands', name: '완드 에이스', reversed: true },
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

  it('names the field of impossible cards', () => {
    expect(refusal({ cards: [{ id: 'the-fool' }, { name: 'The Unicorn' }] })).toBe('cards.1.name');
    expect(refusal({ cards: [{ id: 'the-unicorn' }] })).toBe('cards.0.id');
    expect(refusal({ cards: [{ id: 'the-fool' }, { name: '바보', reversed: true }] })).toBe('cards.1.name');
    expect(refusal({ spread: 'one', cards: [{ id: 'the-fool' }, { id: 'the-star' }] })).toBe('cards');
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
