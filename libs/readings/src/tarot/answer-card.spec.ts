import { describe, expect, it } from '@jest/globals';
import { type LaidCard, answerSlots, answeringCard } from './answer-card.js';

const card = (position: string, slug: string, reversed = false): LaidCard => ({
  position,
  id: `tarot:${slug}`,
  name: slug,
  reversed,
});
const THREE = [card('Past', 'the-fool'), card('Present', 'the-moon'), card('Future', 'the-sun')];

describe('the card that answers a question', () => {
  it('is the outcome of the spread, or its last card', () => {
    expect(answeringCard(THREE, 'Will it go well?')?.name).toBe('the-sun');
    expect(answeringCard([card('1', 'the-fool'), card('2', 'the-moon')], '')?.name).toBe('the-moon');
    expect(answeringCard([], '')).toBeUndefined();
  });

  it.each(['How can I stop arguing?', '어떻게 하면 좋을까요?'])('is the action for “%s”', (question) => {
    const cards = [card('상황', 'the-fool'), card('해 볼 행동', 'strength'), card('따라올 결과', 'the-sun')];
    expect(answeringCard(cards, question)?.name).toBe('strength');
  });

  it('is the other person for a question about what someone feels', () => {
    const cards = [card('나', 'the-fool'), card('상대', 'the-hermit'), card('나아가는 방향', 'the-star')];
    expect(answeringCard(cards, '그 사람은 저를 어떻게 생각할까요?')?.name).toBe('the-hermit');
  });

  it('is the outcome of the more favourable of two options', () => {
    const cards = [
      card('Where you stand', 'the-fool'),
      card('The first way', 'the-fool'),
      card('Where the first way leads', 'the-tower'),
      card('The second way', 'the-fool'),
      card('Where the second way leads', 'the-star'),
    ];
    expect(answerSlots(cards, 'Should I go?', 'en')).toMatchObject({ answerCard: 'the-star', way: 'the second way' });
  });
});

describe('the verdict', () => {
  it.each([
    ['go', 'the-sun', false, 'yes, go ahead'],
    ['wait', 'the-sun', true, 'not yet, look more closely first'],
    ['wait', 'the-moon', false, 'not yet, look more closely first'],
    ['stop', 'the-tower', false, 'no, not in its present form'],
  ])('is %s for %s (reversed: %s)', (_leaning, slug, reversed, verdict) => {
    expect(answerSlots([card('', slug, reversed)], 'Should I move?', 'en')['verdict']).toBe(verdict);
  });

  it.each([
    ['이직을 해도 괜찮을까요?', '나아가도 좋다는 쪽'],
    ['지금 집을 사도 될까요?', '나아가도 좋다는 쪽'],
    ['고백을 하는 게 좋을까요?', '나아가도 좋다는 쪽'],
    ['짝사랑하는 사람에게 고백할까요?', '나아가도 좋다는 쪽'],
    ['지금 집을 팔까요?', '나아가도 좋다는 쪽'],
    ['그 사람이 먼저 연락할까요?', '잘 풀리는 쪽'],
    ['이번에는 합격할까요?', '잘 풀리는 쪽'],
    ['올해 돈 문제가 좀 풀릴까요?', '잘 풀리는 쪽'],
    ['계속 노력하면 좋아질까요?', '잘 풀리는 쪽'],
    ['이번 시험에 합격할 수 있을까요?', '잘 풀리는 쪽'],
    ['Is it time to leave my job?', 'yes, go ahead'],
    ['Would it be wise to sell the house?', 'yes, go ahead'],
    ['Will my startup survive the winter?', 'it looks favourable'],
    ['Can I pass the exam?', 'it looks favourable'],
  ])('advises or predicts as “%s” asks', (question, verdict) => {
    const locale = /[가-힣]/u.test(question) ? 'ko' : 'en';
    expect(answerSlots([card('', 'the-sun')], question, locale)['verdict']).toBe(verdict);
  });

  it.each([
    ['이직을 해도 괜찮을까요?', true],
    ['Should I accept the offer?', true],
    ['어떻게 하면 화해할 수 있을까요?', false],
    ['What do I need this year?', false],
    ['Should I stay or go?', false],
    ['', false],
  ])('is given for “%s”: %s', (question, isGiven) => {
    const locale = /[가-힣]/u.test(question) ? 'ko' : 'en';
    expect(answerSlots(THREE, question, locale)['verdict'] !== '').toBe(isGiven);
  });
});
