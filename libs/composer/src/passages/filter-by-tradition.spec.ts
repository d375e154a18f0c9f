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
) => filterByTradition(sources, topics, own, question).map(({ id }) => id);

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

  it('removes comfort for a fear the user negates', () => {
    const tagged = { ...source('persona:counselor.02'), tags: ['emotion:fear'] };
    const records = [tagged, source('dream:fear'), source('dream:tiger')];
    expect(kept(['dream'], facts(), '전혀 두렵지 않았어요.', ...records)).toEqual(['dream:tiger']);
    expect(kept(['dream'], facts(), '두려웠어요.', ...records)).toHaveLength(3);
  });

  it('keeps articles on pregnancy, bereavement and the like only when the user mentions them', () => {
    const taemong = source('corpus:dream-traditions-taemong-customs', '태몽은 누가, 언제 꾸나');
    const pet = source('corpus:coping-pet-loss', 'After losing a companion animal');
    expect(kept(['dream'], facts(), '돌아가신 할머니가 밥을 차려 주셨어요.', taemong)).toEqual([]);
    expect(kept(['dream'], facts(), '임신 중인데 용꿈을 꿨어요.', taemong)).toHaveLength(1);
    expect(kept(['dream'], facts(), 'A cat was the librarian.', pet)).toEqual([]);
    expect(kept(['dream'], facts(), 'My cat, who died in May, came back.', pet)).toHaveLength(1);
  });
});
