import { beforeAll, describe, expect, it } from '@jest/globals';
import { FolderGraphSource } from '@app/knowledge';
import { GraphStore } from '@app/rag';
import { readLanguages } from './language.js';
import { SceneReader } from './scene-reader.js';

const store = new GraphStore([new FolderGraphSource('knowledge/graph')], 'knowledge/language');
const reader = new SceneReader(readLanguages('knowledge'));
const felt = (text: string) =>
  reader
    .read(text, store.linker())
    .emotions.filter(({ polarity }) => polarity === 'affirmed')
    .map(({ id }) => id.replace('emotion:', ''));

beforeAll(() => store.open());

describe('feelings', () => {
  it.each([
    ['계단이 끝이 없어서 무서웠음', 'fear'],
    ['깨 보니 온몸이 땀으로 흠뻑 젖어 있었어요', 'fear'],
    ['그 뒤로 불을 다 켜놓고 누웠어요', 'fear'],
    ['비명을 지르면서 깼어요', 'fear'],
    ['내내 싱글벙글 웃었어요', 'joy'],
    ['기분이 진짜 째졌다', 'joy'],
    ['꿈이라서 얼마나 다행인지', 'relief'],
    ['마음이 놓였습니다', 'relief'],
    ['얼굴이 화끈거려서 숨고 싶었다', 'shame'],
    ['한 번만 더 안아 보고 싶었어요', 'longing'],
    ['어쩔 줄 몰라 쩔쩔맸다', 'helplessness'],
    ['속이 메스꺼웠어요', 'disgust'],
    ['어깨가 으쓱했어요', 'pride'],
    ['I woke up gasping', 'fear'],
    ['My heart was hammering', 'fear'],
    ['slept with the lights on after that', 'fear'],
    ['I was grinning all morning', 'joy'],
    ['Phew, only a dream', 'relief'],
    ['I wanted the floor to swallow me', 'shame'],
    ["I didn't want it to end", 'longing'],
    ['I felt queasy', 'disgust'],
    ['never been so proud', 'pride'],
    ['I sobbed until it was light', 'grief'],
  ])('“%s” states or shows %s', (text, emotion) => {
    expect(felt(text)).toContain(emotion);
  });

  it.each([
    ['하나도 안 무서웠어요', 'fear'],
    ['무섭다기보다 궁금했어요', 'fear'],
    ['화를 내기는커녕 웃으시더라고요', 'anger'],
    ['화가 났다기보다는 서운했어요', 'anger'],
    ['그리고 문이 닫혔다', 'longing'],
    ["I wasn't scared", 'fear'],
    ['No fear at all', 'fear'],
    ['I was never angry with him', 'anger'],
    ['the lift went down', 'sadness'],
    ['she could see the sea', 'helplessness'],
  ])('“%s” does not state %s', (text, emotion) => {
    expect(felt(text)).not.toContain(emotion);
  });
});
