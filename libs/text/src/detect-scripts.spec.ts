import { describe, expect, it } from '@jest/globals';
import { detectScripts, dominantScript } from './detect-scripts.js';

describe('detectScripts', () => {
  it('counts the letters of each script, the most frequent first', () => {
    expect([...detectScripts('큰 뱀 snake 夢')]).toEqual([
      ['latin', 5],
      ['hangul', 2],
      ['han', 1],
    ]);
  });

  it.each([
    ['뱀이 집에', 'hangul'],
    ['a snake', 'latin'],
    ['ヘビの夢を見た', 'kana'],
    ['змея', 'cyrillic'],
    ['123 !?', 'other'],
    ['', 'other'],
  ])('classifies %p as %s', (text, script) => {
    expect(dominantScript(text)).toBe(script);
  });
});
