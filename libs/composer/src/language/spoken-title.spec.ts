import { describe, expect, it } from '@jest/globals';
import { spokenSymbol, spokenTopic } from './spoken-title.js';

describe('spokenSymbol', () => {
  it.each([
    ['뱀', '뱀'],
    ['배(선박)', '배'],
    ['쫓기는 꿈', '쫓기는 장면'],
    ['무서운 꿈', '무서운 장면'],
    ['장례식 꿈', '장례식'],
  ])('%s → %s', (title, expected) => {
    expect(spokenSymbol(title, 'ko')).toBe(expected);
  });

  it.each([
    ['Snake', 'the snake'],
    ['Being chased', 'being chased'],
    ['Unable to move', 'unable to move'],
    ['King', 'the king'],
    ['Wedding', 'the wedding'],
    ['Ring', 'the ring'],
    ['Fear', 'fear'],
    ['Losing something', 'losing something'],
    ['Climbing a ladder', 'climbing a ladder'],
  ])('%s → %s', (title, expected) => {
    expect(spokenSymbol(title, 'en')).toBe(expected);
  });

  it('leaves topics without an article', () => {
    expect(spokenTopic('The shadow', 'en')).toBe('the shadow');
    expect(spokenTopic('변신과 탈바꿈', 'ko')).toBe('변신과 탈바꿈');
  });
});
