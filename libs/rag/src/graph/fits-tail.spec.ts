import { describe, expect, it } from '@jest/globals';
import { fitsTail } from './fits-tail.js';

describe('what may follow a noun in its word', () => {
  it.each([
    ['뱀', '이 을 은 의 에게서 한테 처럼 들이 들에게 이랑 으로 이었다 꿈을'],
    ['친구', '가 를 는 들이랑 와 였다 에게 처럼 이지만 지만 예요 들에게서'],
    ['집', '으로 에서 에서는 에는 까지'],
    ['바다거북', '이 은 을'],
    ['물', '로 을'],
    ['죽음', '카드가'],
  ])('%s takes %s', (noun, rests) => {
    const refused = rests.split(' ').filter((rest) => !fitsTail(noun, rest, 'noun'));
    expect(refused).toEqual([]);
  });

  it.each([
    ['비', '행기'],
    ['산', '책'],
    ['물', '론'],
    ['집', '중이'],
    ['문', '제가'],
    ['길', '다'],
    ['달', '리다'],
    ['뱀', '가'],
    ['뱀', '를'],
    ['코', '로나'],
    ['범', '인'],
    ['사과', '했다'],
    ['회사', '원'],
    ['강', '아지'],
  ])('%s does not take %s', (noun, rest) => {
    expect(fitsTail(noun, rest, 'noun')).toBe(false);
  });

  it('accepts verbs formed from nouns: 결혼했다, 배신당한', () => {
    expect(fitsTail('결혼', '했다', 'actionNoun')).toBe(true);
    expect(fitsTail('배신', '당한', 'actionNoun')).toBe(true);
    expect(fitsTail('결혼', '식장', 'actionNoun')).toBe(false);
  });
});
