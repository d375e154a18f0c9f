import { beforeAll, describe, expect, it } from '@jest/globals';
import { FolderGraphSource } from '@app/knowledge';
import { GraphStore } from '@app/rag';
import type { Locale } from '@app/text';
import { ownWords } from './own-words.js';
import { readLanguages } from './scene/language.js';
import { isSpoken } from './scene/scene.js';
import { SceneReader } from './scene/scene-reader.js';

const store = new GraphStore([new FolderGraphSource('knowledge/graph')], 'knowledge/language');
const reader = new SceneReader(readLanguages('knowledge'));
const words = (text: string, locale: Locale = 'en') => {
  const scene = reader.read(text, store.linker());
  return ownWords(scene, [...scene.symbols.filter(isSpoken), ...scene.emotions], locale);
};

beforeAll(() => store.open());

describe('ownWords', () => {
  it('quotes the clauses about each symbol as they were written, none twice', () => {
    const found = words('A Snake lay in the kitchen, and it stared. Then a tiger ran past.');
    expect(found['dream:snake']).toBe('A Snake lay in the kitchen, and it stared');
    expect(found['dream:kitchen']).toBeUndefined();
    expect(found['dream:tiger']).toBe('a tiger ran past');
  });

  it('cuts a long sentence at a clause', () => {
    const text = `A snake lay there, ${'and nothing else happened for quite some time, '.repeat(3)}and a tiger ran past.`;
    const found = words(text);
    expect(found['dream:snake']).toMatch(/^A snake lay there, and nothing else happened/);
    expect(found['dream:snake']?.length).toBeLessThan(120);
  });

  it('marks a Korean clause that goes on', () => {
    const text = `큰 뱀이 마당에 똬리를 틀고 있었는데 ${'아무도 별다른 말을 하지 않았고 '.repeat(4)}조용했어요.`;
    expect(words(text, 'ko')['dream:snake']).toMatch(/^큰 뱀이 마당에 똬리를 틀고 있었는데.*…$/);
  });

  it('quotes the end of the dream: the last clauses of a sentence that is quoted already', () => {
    expect(words('A snake came in. It put its head on my knee.').moment).toBe('It put its head on my knee');
    expect(words('A snake came in and I gave it a bowl of milk.').moment).toBe('I gave it a bowl of milk');
    expect(words('A snake came in.').moment).toBe('');
  });

  it.each([
    ['A snake came in. It sat on my chair. What does it mean?', 'It sat on my chair'],
    ['A snake came in. It sat on my chair. I woke up and made coffee for everyone.', 'It sat on my chair'],
  ])('passes over questions and waking life: “%s”', (text, moment) => {
    expect(words(text).moment).toBe(moment);
  });

  it('quotes what the dreamer says of the present life', () => {
    expect(words('My boss fired me. In real life I have been thinking of quitting.').nowadays).toBe(
      'In real life I have been thinking of quitting',
    );
    expect(words('엄마가 머리를 잘랐어요. 엄마랑은 요즘 좀 서먹합니다.', 'ko').nowadays).toBe(
      '엄마랑은 요즘 좀 서먹합니다',
    );
    expect(words('A snake came in. I woke up.').nowadays).toBe('');
    expect(words('My son carried me over a river. He leaves for college next month.')).toMatchObject({
      nowadays: 'He leaves for college next month',
      moment: '',
    });
  });

  it('leaves out that it was dreamt', () => {
    expect(words('Last night I dreamt that a snake came in.')['dream:snake']).toBe('a snake came in');
    expect(words('어젯밤 꿈에 뱀이 들어왔어요.', 'ko')['dream:snake']).toBe('뱀이 들어왔어요');
  });

  it('does not end with a bare feeling', () => {
    expect(words('A snake came in. It lay down in the middle of my bed. I felt so scared.').moment).toBe(
      'It lay down in the middle of my bed',
    );
  });

  it('does not quote quotation marks', () => {
    expect(words('The snake said “run” and left.')['dream:snake']).toBeUndefined();
  });
});
