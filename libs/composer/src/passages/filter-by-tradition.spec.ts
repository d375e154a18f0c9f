import { describe, expect, it } from '@jest/globals';
import type { NumberedPassage } from '../section-brief.js';
import type { SectionFacts } from '../facts/section-facts.js';
import { filterByTradition } from './filter-by-tradition.js';

const source = (id: string, title = id): NumberedPassage => ({
  n: 1,
  id,
  retriever: 'corpus',
  title,
  text: '',
  tags: [],
  score: 1,
});
const facts = (...ids: readonly string[]): SectionFacts => ({
  slots: {},
  groups: { all: ids.map((id) => ({ records: [{ id }], names: [], slots: {} })) },
});
const kept = (
  topics: readonly string[] | undefined,
  own: SectionFacts,
  question: string,
  ...sources: readonly NumberedPassage[]
) => filterByTradition(sources, topics, () => own, question).map(({ id }) => id);

describe('filterByTradition', () => {
  it('keeps articles on the reading’s own tradition and general ones', () => {
    const all = ['corpus:tarot-yes-no', 'corpus:dream-psychology-teeth', 'corpus:coping-fear', 'corpus:own-doc', 'x'];
    const of = (...topics: readonly string[]) =>
      kept(topics.length > 0 ? topics : undefined, facts(), '', ...all.map((id) => source(id)));
    expect(of('dream')).toEqual(['corpus:dream-psychology-teeth', 'corpus:coping-fear', 'corpus:own-doc', 'x']);
    expect(of('tarot')).toEqual(['corpus:tarot-yes-no', 'corpus:coping-fear', 'corpus:own-doc', 'x']);
    expect(of()).toEqual(all);
  });

  it('removes cards that were not drawn, unless the question names them', () => {
    const cards = [source('tarot:ten-of-swords', 'Ten of Swords'), source('tarot:the-tower', 'The Tower')];
    const own = facts('tarot:ten-of-swords');
    expect(kept(['tarot'], own, 'So should I quit?', ...cards)).toEqual(['tarot:ten-of-swords']);
    expect(kept(['tarot'], own, 'And if the tower had come?', ...cards)).toHaveLength(2);
    expect(kept(['tarot'], facts(), 'What is a good card?', ...cards)).toHaveLength(2);
  });

  it('removes placements of other charts', () => {
    const records = ['astro:moon-in-taurus', 'astro:moon-in-capricorn', 'astro:aspect-square', 'saju:pillar-byeongo'];
    const own = facts('astro:moon-in-capricorn', 'saju:pillar-gyeongjin');
    expect(kept(['saju', 'astrology'], own, '', ...records.map((id) => source(id)))).toEqual([
      'astro:moon-in-capricorn',
      'astro:aspect-square',
    ]);
  });
});
