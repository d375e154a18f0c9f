import { describe, expect, it } from '@jest/globals';
import type { GraphNode } from '@app/knowledge';
import { AliasLinker } from './alias-linker.js';
import { readGraphLanguage } from './graph-language.js';

const { senses } = await readGraphLanguage('knowledge/language');
const linkerOf = (node: GraphNode) => new AliasLinker([node], senses);
const linker = linkerOf({
  id: 'dream:teeth',
  kind: 'dream_symbol',
  category: 'body',
  titles: { ko: '이빨', en: 'Teeth' },
  texts: { ko: '', en: '' },
  aliases: { ko: ['이'], en: [] },
  stems: ['이가 빠지', '이가 흔들리'],
  tags: [],
  source: 'test',
});
const dying = linkerOf({
  id: 'dream:dying',
  kind: 'dream_symbol',
  category: 'action',
  titles: { ko: '내가 죽는 꿈', en: 'Dying' },
  texts: { ko: '', en: '' },
  aliases: { ko: [], en: [] },
  stems: ['죽', '죽었'],
  tags: [],
  source: 'test',
});
const finds = (text: string) => linker.link(text).length > 0;

describe('죽다 as one’s own death', () => {
  it.each([
    '내가 죽는 꿈을 꿨다',
    '죽은 내 모습을 보았다',
    '나는 이미 죽은 것 같았다',
    '총에 맞아 죽었다',
    '죽은 채로 누워 있었다',
  ])('%s', (text) => {
    expect(dying.link(text)).toHaveLength(1);
  });

  it.each(['죽은 강아지가 살아 돌아왔다', '죽은 나무 아래 앉아 있었다', '죽은 할머니가 웃었다', '호박죽을 먹었다'])(
    'not in %s',
    (text) => {
      expect(dying.link(text)).toEqual([]);
    },
  );
});

describe('이 as a tooth', () => {
  it.each([
    '이가 우수수 빠져서 손바닥에 쏟아졌어요.',
    '갑자기 이가 흔들리더니 부러졌다',
    '꿈에서는 이가 하나씩 썩어 있었다',
    '이가 두 개 빠졌어요',
    '치과에서 이를 뽑았다',
    '거울을 보며 이를 닦는데 피가 났다',
    '이 빠지는 꿈을 꿨어요',
    '썩은 이가 부러졌다',
  ])('%s', (text) => {
    expect(finds(text)).toBe(true);
  });

  it.each([
    '이가 아니라 돈이 빠져 있었다',
    '이 집에서 살았다',
    '아이가 빠져서 울었다',
    '아이가 물에 빠졌다',
    '이 다리가 흔들렸다',
    '이 흔들리는 다리에서 떨어졌다',
    '이 썩은 나무가 부러졌다',
    '나를 찾는 이가 빠지고 없었다',
    '친구 어머니가 빠지셨다',
    '이는 꿈에 빠진 것이다',
    '이를 본 사람이 울었다',
    '이도 저도 아니었다',
    '길이가 빠르게 줄었다',
    '고양이가 흔들리는 다리를 건넜다',
  ])('not in %s', (text) => {
    expect(finds(text)).toBe(false);
  });
});
