import { describe, expect, it } from '@jest/globals';
import { isDenied } from './denied-feelings.js';

describe('isDenied', () => {
  it.each([
    '불이 났는데 이상하게 무섭지 않았다.',
    '전혀 두렵지는 않았어요.',
    '하나도 안 무서웠고 오히려 따뜻했어요.',
    '무섭진 않았어요.',
    '무섭다는 생각은 들지 않았어요.',
    'I was not scared at all.',
    'Strangely I wasn’t really afraid.',
    'I felt no fear at all.',
    'It stood there and I was without fear.',
  ])('%s', (text) => {
    expect(isDenied('emotion:fear', text)).toBe(true);
    expect(isDenied('dream:fear', text)).toBe(true);
  });

  it.each([
    '처음에는 무서웠는데 나중에는 무섭지 않았다.',
    '무서워서 울었고, 깨고 나니 두렵지 않았다.',
    'I was afraid at first, later I was not afraid.',
  ])('not, because it was there for a while: %s', (text) => {
    expect(isDenied('emotion:fear', text)).toBe(false);
  });

  it.each([
    '불안 무서움이 밀려왔다.',
    '무서웠지만 친구가 되었다.',
    'I was scared, but not for long.',
    '슬프지 않았다.',
    '',
  ])('not: %s', (text) => {
    expect(isDenied('emotion:fear', text)).toBe(false);
  });

  it('is false for other ids', () => {
    expect(isDenied('emotion:constructor', 'not constructor')).toBe(false);
  });
});
