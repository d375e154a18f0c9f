import { describe, expect, it } from '@jest/globals';
import { scenesOf } from './scene-words.js';

describe('scenesOf', () => {
  it('finds the same scene in different wordings and in both languages', () => {
    for (const text of ['뱀이 나를 쫓아왔다', '뱀에게 쫓기는 꿈', 'a snake came after me', 'being chased'])
      expect([...scenesOf(text)]).toContain('chase');
    for (const text of ['집으로 들어와', '집 안으로 들어오는', 'came into my house', 'entering the house'])
      expect([...scenesOf(text)]).toContain('enter');
  });

  it('distinguishes being bitten from being chased', () => {
    expect([...scenesOf('뱀에게 물리는 꿈')]).toEqual(['bite']);
  });

  it('ignores words that only look similar', () => {
    expect([...scenesOf('마음을 보여 줍니다')]).toEqual([]);
    expect([...scenesOf('버스를 타는 꿈')]).toEqual([]);
    expect([...scenesOf('마음을 집중합니다')]).toEqual([]);
    expect([...scenesOf('전 남자친구')]).toEqual(['love']);
  });

  it('finds nothing in an empty text', () => {
    expect(scenesOf('').size).toBe(0);
  });
});
