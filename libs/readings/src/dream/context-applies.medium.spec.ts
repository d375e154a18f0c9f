import { beforeAll, describe, expect, it } from '@jest/globals';
import { FolderGraphSource } from '@app/knowledge';
import { GraphStore } from '@app/rag';
import { applies, type Requirement } from './context-applies.js';
import { readContextConditions } from './context-conditions.js';
import { readLanguages } from './scene/language.js';
import { SceneReader } from './scene/scene-reader.js';
import { readSituations } from './scene/situations.js';

const store = new GraphStore([new FolderGraphSource('knowledge/graph')], 'knowledge/language');
const scenes = new SceneReader(readLanguages('knowledge'), readSituations('knowledge'));
const contexts = readContextConditions('knowledge');
const holds = (symbol: string, requires: readonly Requirement[], text: string) =>
  applies(`dream:${symbol}`, requires, scenes.read(text, store.linker()));

beforeAll(() => store.open());

describe('a context of a dream symbol', () => {
  it.each([
    ['snake', 'action:bitten', '뱀한테 발을 물렸어요'],
    ['snake', 'action:bitten', 'A snake bit my hand.'],
    ['snake', 'action:chased|dream:being-chased', 'I was chased by a huge snake.'],
    ['house', 'state:childhood', '어릴 때 살던 집에 다시 갔어요'],
    ['teeth', 'action:fall-out|action:fall', '앞니가 우수수 빠졌어요'],
    ['door', 'action:closed', '문이 아무리 밀어도 열리지 않았어요'],
    ['mother', 'action:die@symbol', '꿈에서 엄마가 돌아가셨어요'],
    ['fire', 'action:burn', '모닥불이 활활 타는데 바람은 없었어요'],
    ['exam', 'action:cannot-read', '시험지를 읽을 수가 없고 시계만 째깍거렸어요'],
    ['snake', 'emotion:fear', 'There was a snake. I woke up terrified.'],
  ])('applies: %s needs %s in “%s”', (symbol, requires, text) => {
    expect(holds(symbol, [requires], text)).toBe(true);
  });

  it.each([
    ['what it requires is denied', 'snake', 'action:bitten', 'The snake did not bite me.'],
    ['what it requires is denied', 'snake', 'action:bitten', '뱀이 나왔는데 물지는 않았어요'],
    ['the symbol is denied', 'snake', 'action:chased', '뱀은 안 나왔고 누가 쫓아왔어요'],
    ['something else does it', 'snake', 'action:chased', 'A dog chased me, then I saw a snake asleep.'],
    [
      'it happened in waking life',
      'dog',
      'action:bitten',
      'In real life a dog bit me once. I dreamt of a sleeping dog.',
    ],
    [
      'a phrase denies the act, but not the symbol',
      'spider',
      'action:descend',
      'A spider sat there and it never came down.',
    ],
    ['it is only intended', 'dog', 'action:chased', '개를 보고 도망가려는데 개가 누웠어요'],
    ['nothing of it is said', 'mother', 'action:cry', '엄마가 부엌에서 밥을 하고 있었어요'],
  ])('does not apply when %s: %s, %s, “%s”', (_reason, symbol, requires, text) => {
    expect(holds(symbol, [requires], text)).toBe(false);
  });

  it('does not apply when what it excludes is stated', () => {
    const requires = ['action:cheat', '!action:i-betray'];
    expect(holds('spouse', requires, 'My husband cheated on me.')).toBe(true);
    expect(holds('spouse', requires, 'I cheated on my husband.')).toBe(false);
  });

  it.each([
    ['mother', 'action:cry@symbol', 'My mother was crying in the kitchen.', true],
    ['mother', 'action:cry@symbol', 'I hugged my mother and cried.', false],
    ['mother', 'action:cry@symbol', '엄마가 부엌에서 울고 있었어요', true],
    ['mother', 'action:cry@symbol', '엄마를 안고 울었어요', false],
    ['friend', 'action:give@symbol', 'I was given a box by my friend.', true],
    ['friend', 'action:give@symbol', 'I gave my friend a box.', false],
    ['friend', 'action:laugh@symbol', '친구 앞에서 제가 웃었어요', false],
    ['knife', 'action:hold@dreamer', 'I was holding a knife.', true],
    ['knife', 'action:hold@dreamer', 'A man holding a knife came in.', false],
    ['knife', 'action:hold@dreamer', '누가 칼을 들고 서 있었어요', false],
    ['fish', 'action:catch@dreamer', '물고기를 많이 잡았어요', true],
    ['fish', 'action:catch@dreamer', '물고기가 보여서 잡았어요', true],
    ['fish', 'action:catch@dreamer', '강가를 걷다가 물고기를 잡았는데 신났어요', true],
    ['fish', 'action:catch@dreamer', '물고기를 잡고 신나게 먹었어요', true],
    ['fish', 'action:catch@dreamer', '친구가 그물로 물고기를 잡았어요', false],
    ['fish', 'action:catch@dreamer', '커다란 물고기를 잡으셨어요', false],
    ['fish', 'action:catch@dreamer', '커다란 물고기를 잡아 주셨어요', false],
    ['water', 'action:drink@dreamer', '맑은 물을 마셨어요', true],
    ['horse', 'action:ride@dreamer', '동생과 같이 말을 타고 달렸어요', true],
    ['sea', 'action:swim|dream:swimming@dreamer', 'I ran down to the big sea and swam.', true],
    ['sea', 'action:swim|dream:swimming@dreamer', 'A man ran down to the big sea and swam.', false],
    ['sea', 'action:swim|dream:swimming@dreamer', 'In my dream I ran down to the sea and swam.', true],
  ])('%s, %s applies only with its doer: “%s” %s', (symbol, requires, text, expected) => {
    expect(holds(symbol, [requires], text)).toBe(expected);
  });

  it.each([
    ['아기를 버스에 두고 내렸어요', true],
    ['I forgot my baby in the shop.', true],
    ['I left the baby alone in the house.', true],
    ['I saw my left arm around a baby.', false],
    ['아기를 안고 집을 떠났어요', false],
    ['언니가 아기를 두고 갔어요', false],
  ])('about a baby left behind: “%s” %s', (text, expected) => {
    const leaving = contexts.narrow([{ id: 'dream:baby' }], scenes.read(text, store.linker()));
    expect(leaving[0]?.facets?.includes('context-4')).toBe(expected);
  });

  it('requires all its key words in the sentence of the symbol', () => {
    const words = { ko: ['목도리', '빨간'], en: ['red', 'scarf'] };
    expect(holds('cat', [words], 'A cat with a red scarf sat there.')).toBe(true);
    expect(holds('cat', [words], 'A cat sat there. The scarf was red.')).toBe(false);
    expect(holds('cat', [words], '고양이가 목도리를 하고 있었어요')).toBe(false);
  });

  it('accepts any alternative of a key word', () => {
    const words = { ko: ['나침반|지도'], en: ['compass|map'] };
    expect(holds('cat', [words], 'A cat carried a map.')).toBe(true);
    expect(holds('cat', [words], '고양이가 나침반을 물고 있었어요')).toBe(true);
    expect(holds('cat', [words], 'A cat carried a letter.')).toBe(false);
  });

  it('finds key words in a sentence with a denial only when they may be the denial', () => {
    const words = { ko: ['맞지'], en: ['fit', "didn't"] };
    expect(holds('key', [words], "The key didn't fit.")).toBe(false);
    expect(holds('key', [{ ...words, allowsDenial: true }], "The key didn't fit.")).toBe(true);
    expect(holds('key', [{ ...words, allowsDenial: true }], '열쇠가 맞지 않았어요')).toBe(true);
  });

  it('never applies without requirements', () => {
    expect(holds('snake', [], 'A snake bit my hand.')).toBe(false);
  });
});
