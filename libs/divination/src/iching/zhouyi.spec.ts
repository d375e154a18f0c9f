import { describe, expect, it } from '@jest/globals';
import { HEXAGRAMS } from './hexagram.js';
import hexagrams from './hexagrams.json' with { type: 'json' };
import { judgementText, lineText } from './zhouyi.js';

const ZHOUYI = hexagrams.map(({ texts }) => texts);
const characters = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0;

describe('the received text of the Zhouyi', () => {
  it('has a judgement and six lines of each hexagram, and 用九 and 用六', () => {
    expect(ZHOUYI.map((texts) => texts.length)).toEqual(HEXAGRAMS.map(({ number }) => (number <= 2 ? 8 : 7)));
    for (const text of ZHOUYI.flat()) expect(text).toMatch(/^[\p{Script=Han}，。]+。$/u);
  });

  it('is in the traditional script', () => {
    expect(ZHOUYI.flat().join('')).not.toMatch(/[马龙见贞师观复为发吕战书乐东车门风云]/u);
  });

  it('names most hexagrams in their own lines', () => {
    const named = HEXAGRAMS.filter(({ hanja }, at) =>
      hanja.split('').some((character) => ZHOUYI[at]?.join('').includes(character)),
    );
    // The texts of 大畜, 小畜, 泰, 未濟 and a few others do not contain the whole name.
    expect(named.length).toBeGreaterThan(56);
  });

  it('holds about as many characters as the transmitted text', () => {
    const count = characters(ZHOUYI.flat().join(''));
    expect(count).toBeGreaterThan(4_000);
    expect(count).toBeLessThan(4_400);
  });

  it('reads the words of judgement, the longer first', () => {
    const [qian, kun] = HEXAGRAMS;
    if (!qian || !kun) throw new Error('no hexagrams');
    expect(lineText(qian, 3).omens).toEqual(['厲', '无咎']);
    expect(lineText(qian, 7)).toEqual({ text: '見羣龍无首，吉。', omens: ['吉'] });
    expect(judgementText(kun).omens).toEqual(['貞吉']);
    expect(lineText(kun, 5).omens).toEqual(['元吉']);
    expect(() => lineText(HEXAGRAMS[2] ?? kun, 7)).toThrow(RangeError);
  });
});
