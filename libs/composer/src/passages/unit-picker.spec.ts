import { describe, expect, it } from '@jest/globals';
import type { NumberedPassage } from '../section-brief.js';
import { UsedSentences } from '../used-sentences.js';
import { unitText } from './passage-units.js';
import { Relevance } from './score-unit.js';
import { UnitPicker } from './unit-picker.js';

const passage = (n: number, title: string, text: string): NumberedPassage => ({
  n,
  id: `corpus:${n}`,
  retriever: 'corpus',
  title,
  text,
  tags: [],
  score: 1,
});
const tiger = passage(1, '호랑이와 산군', '호랑이가 집으로 들어오는 꿈을 반겼습니다. 산을 떠올려 보시기 바랍니다.');
const snake = passage(
  2,
  '뱀꿈의 여러 얼굴',
  '뱀은 집을 지키는 짐승으로도 여겨졌습니다. 허물을 떠올려 보시기 바랍니다.',
);
const stone = passage(3, '돌', '돌은 말이 없습니다. 돌을 쥐어 보시기 바랍니다.');
const picker = (names: readonly string[] = [], used = new UsedSentences()) =>
  new UnitPicker(new Relevance('뱀이 집으로 들어왔다'), used, names);
const order = (found: readonly { readonly source: NumberedPassage }[]) => found.map(({ source }) => source.n);

describe('UnitPicker', () => {
  it('ranks passages about the reading’s subjects first', () => {
    const draw = { take: 'advice', stretch: true } as const;
    expect(order(picker(['뱀']).rank([tiger, snake], draw))).toEqual([2, 1]);
    expect(order(picker().rank([tiger, snake], draw))).toEqual([1, 2]);
  });

  it('keeps the retriever’s order with `inOrder`', () => {
    expect(order(picker(['뱀']).rank([tiger, snake], { take: 'advice', inOrder: true }))).toEqual([1, 2]);
  });

  it('answers from passages relevant to the question, if there are any', () => {
    expect(order(picker().rank([stone, snake], { take: 'answer' }))).toEqual([2]);
    expect(order(picker().rank([stone], { take: 'answer' }))).toEqual([3]);
  });

  it('never chooses a used sentence', () => {
    const used = new UsedSentences();
    used.add(['돌은 말이 없습니다.']);
    expect(picker([], used).choose([stone], { take: 'core' }).map(unitText)).toEqual(['돌을 쥐어 보시기 바랍니다.']);
  });

  it('leaves the first unit to another section if there is a second one', () => {
    const draw = { take: 'core', skipFirst: true } as const;
    expect(picker().choose([stone], draw).map(unitText)).toEqual(['돌을 쥐어 보시기 바랍니다.']);
    expect(picker().choose([passage(4, '돌', '돌은 말이 없습니다.')], draw)).toHaveLength(1);
  });
});
