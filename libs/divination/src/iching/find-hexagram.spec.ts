import { describe, expect, it } from '@jest/globals';
import { findHexagram } from './find-hexagram.js';
import { HEXAGRAMS } from './hexagram.js';

describe('findHexagram', () => {
  it('finds each of the 64 by number, symbol and both names', () => {
    for (const hexagram of HEXAGRAMS) {
      const { number, symbol, names } = hexagram;
      for (const said of [number, symbol, names.ko, names.en, `${number}. ${names.ko}(卦)`, `${names.ko}괘`]) {
        expect(findHexagram(said)).toBe(hexagram);
      }
    }
  });

  it.each([
    ['건위천', 1],
    ['천산둔', 33],
    ['중수감괘', 29],
    ['감위수', 29],
    ['乾', 1],
    ['乾為天', 1],
    ['乾为天', 1],
    ['地天泰', 11],
    ['火风鼎', 50],
    ['無妄', 25],
    ['qián', 1],
    ['qiān', 15],
    ['guī mèi', 54],
    ['Da You', 14],
    ['The Creative', 1],
    ['Hexagram 11: Peace', 11],
    ['11', 11],
    ['Hexagram 4', 4],
    ['제4괘', 4],
    ['4번 괘', 4],
    ['#64', 64],
    ['몽', 4],
    ['몽(蒙)', 4],
    ['4. 몽', 4],
    ['蒙 Méng', 4],
    ['귀매괘', 54],
    ['지뇌복', 24],
    ['리위화', 30],
    ['화산여', 56],
    ['Kun (The Receptive)', 2],
    ['Pi (Holding Together)', 8],
    ['8. Pi', 8],
    ['Sun / The Gentle', 57],
    ['Jie (Deliverance)', 40],
    ['䷊ 泰', 11],
    ['da chu', 26],
    ['Meng2', 4],
    ['No.4', 4],
  ])('finds %s', (said, number) => {
    expect(findHexagram(said)?.number).toBe(number);
  });

  it.each(['qian', 'bi', 'yi', 'jie', '비', '정'])('finds none for %s, which names two', (said) => {
    expect(findHexagram(said)).toBeUndefined();
  });

  it.each([
    [0],
    [65],
    [1.5],
    [''],
    ['없는괘'],
    ['constructor'],
    ['000001'],
    ['010001'],
    ['-4'],
    ['4.5'],
    ['4. 지천태'],
    ['䷊ 몽'],
    ['수산몽'],
  ])('finds nothing for %p', (said) => {
    expect(findHexagram(said)).toBeUndefined();
  });
});
