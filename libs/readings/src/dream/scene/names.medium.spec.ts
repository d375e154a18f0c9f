import { beforeAll, describe, expect, it } from '@jest/globals';
import { FolderGraphSource } from '@app/knowledge';
import { GraphStore } from '@app/rag';
import { readLanguages } from './language.js';
import { SceneReader } from './scene-reader.js';

const store = new GraphStore([new FolderGraphSource('knowledge/graph')], 'knowledge/language');
const reader = new SceneReader(readLanguages('knowledge'));
/** The number of mentions of an animal in a text. */
const mentionsOf = (animal: string, text: string) =>
  reader.read(text, store.linker()).symbols.find(({ id }) => id === `dream:${animal}`)?.places.length;

beforeAll(() => store.open());

describe('the name of a pet', () => {
  it.each([
    ['cat', '꿈에 키우던 고양이 나비가 나왔어요. 나비가 저를 봤어요.'],
    ['dog', '꿈에 우리 강아지 초코를 안았어요. 초코는 웃었어요.'],
    ['dog', '꿈에 하나라는 강아지가 나왔어요. 하나가 뛰어왔어요.'],
  ])('stands for the pet: %s in “%s”', (animal, text) => {
    expect(mentionsOf(animal, text)).toBeGreaterThanOrEqual(2);
  });

  it.each([
    ['cat', '꿈에 키우던 고양이 꼬리가 길었어요. 여우도 꼬리가 길었어요.'],
    ['dog', '꿈에 키우던 강아지 많이 울었어요. 저도 많이 울었어요.'],
    ['dog', '꿈에 우리 강아지 나를 보고 웃었어요. 할머니가 나를 불렀어요.'],
  ])('is no other word after the pet: %s in “%s”', (animal, text) => {
    expect(mentionsOf(animal, text)).toBe(1);
  });
});
