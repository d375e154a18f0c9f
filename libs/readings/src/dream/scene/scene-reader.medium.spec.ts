import { beforeAll, describe, expect, it } from '@jest/globals';
import { FolderGraphSource } from '@app/knowledge';
import { GraphStore } from '@app/rag';
import { growth } from '@app/text/testing';
import { readLanguages } from './language.js';
import { isSalient, type SceneEntity } from './scene.js';
import { SceneReader } from './scene-reader.js';

const store = new GraphStore([new FolderGraphSource('knowledge/graph')], 'knowledge/language');
const reader = new SceneReader(readLanguages('knowledge'));
const read = (text: string) => reader.read(text, store.linker());
const ids = (entities: readonly SceneEntity[]) => entities.map(({ id }) => id.replace(/^\w+:/, ''));
const symbolsOf = (text: string) => ids(read(text).symbols.filter(isSalient));
const stateOf = (text: string, name: string) => {
  const found = [...read(text).symbols, ...read(text).emotions].find(({ id }) => id.endsWith(`:${name}`));
  return found && `${found.polarity} ${found.frame}`;
};

beforeAll(() => store.open());

describe('SceneReader', () => {
  it.each([
    ['방에 뱀은 없었어요', 'snake', 'denied dreamt'],
    ['뱀이 아니라 끈이었다', 'snake', 'denied dreamt'],
    ['강아지인 줄 알았는데 끈이었다', 'dog', 'denied dreamt'],
    ['늑대나 곰은 없었고', 'wolf', 'denied dreamt'],
    ['울지도 않았어요', 'crying', 'denied dreamt'],
    ['무섭지는 않았어요', 'fear', 'denied dreamt'],
    ['무섭다기보다는 신기했어요', 'fear', 'denied dreamt'],
    ['강물처럼 긴 머리카락이었다', 'river', 'affirmed figurative'],
    ['There was no huge black wolf in the kitchen', 'wolf', 'denied dreamt'],
    ['There was no huge black wolf in the kitchen', 'kitchen', 'affirmed dreamt'],
    ["It wasn't a wolf, it was a coat", 'wolf', 'denied dreamt'],
    ["We didn't kiss", 'kissing', 'denied dreamt'],
    ["The door didn't open", 'door', 'affirmed dreamt'],
    ['I was never angry', 'anger', 'denied dreamt'],
    ['His hair was like a river', 'river', 'affirmed figurative'],
    ['꿈에 곰은 코빼기도 안 보였어요', 'bear', 'denied dreamt'],
    ['피 한 방울 안 나고 조용했어요', 'blood', 'denied dreamt'],
    ['불이 난 게 아니라 노을이었어요', 'fire', 'denied dreamt'],
    ['도둑이 든 줄 알았더니 고양이였네요', 'thief', 'denied dreamt'],
    ['시험은 안 보고 운동장에서 놀았다', 'exam', 'denied dreamt'],
    ['문이 안 열려서 소리쳤다', 'being-trapped', 'affirmed dreamt'],
    ['The spider turned out to be a hat', 'spider', 'denied dreamt'],
    ['We looked for the wolf but there was none', 'wolf', 'denied dreamt'],
    ['Everybody else could fly, I could not', 'flying', 'denied dreamt'],
    ['The whale I had come for never appeared', 'whale', 'denied dreamt'],
    ['It never rained', 'rain', 'denied dreamt'],
    ['I was flying over the sea. Why do I keep having this dream?', 'flying', 'affirmed dreamt'],
    ['우리 강아지 보리가 꿈에 나와서 꼬리를 흔들었어요', 'wheat', undefined],
    ['I expected a funeral. It was a party', 'funeral', 'uncertain dreamt'],
    ['어제 친구랑 소주를 마셨는데 꿈에서는 고래를 탔어요', 'friend', 'affirmed waking'],
    ['We just sold the house, so I dreamt of a lion', 'house', 'affirmed waking'],
    ['I keep a horse. I dreamt of a lion', 'horse', 'affirmed waking'],
    ['산삼인 줄 알았는데 도라지였다', 'ginseng', 'denied dreamt'],
    ['옆집 이웃이 올라온 줄 알았는데 곰이었어요', 'neighbour', 'denied dreamt'],
    ['거울을 놓쳣어요. 거울이 깨졋어요', 'mirror', 'affirmed dreamt'],
    ['우리 아빠가 꾼 꿈인데요 호랑이가 아빠 어깨에 앉았대요', 'father', 'affirmed waking'],
    ['아버지가 오셨다. 아버지가 웃었다. 아버지랑 걸었다. 돌아보니 아버지는 안 계셨다', 'father', 'affirmed dreamt'],
    ["The bus won't stop", 'winning', undefined],
    ['My cousin drowned three years ago. Last night he fed the horses', 'dead-person', 'affirmed dreamt'],
    ['My cousin drowned three years ago. Last night he fed the horses', 'drowning', 'affirmed waking'],
    ['삼촌이 재작년에 암으로 떠나셨어요. 어젯밤에 오셔서 수박을 드셨어요', 'dead-person', 'affirmed dreamt'],
    ['I dreamt that my aunt died in her garden', 'dead-person', undefined],
    ['꿈에서 이모가 돌아가셨어요', 'dead-person', undefined],
    ['할머니가 돌아가시는 꿈을 꿨어요', 'dead-person', undefined],
    ['My dad crashed his car last month. Last night I dreamt he was driving', 'dead-person', undefined],
    ['My mum collapsed last week. I dreamt she was dancing', 'dead-person', undefined],
    ['My brother killed a snake that may have bitten him. I dreamt he was a king', 'dead-person', undefined],
    ['My brother drowned a spider last week. I dreamt he was a king', 'dead-person', undefined],
    ['My brother was killed last year. I dreamt he was a king', 'dead-person', 'affirmed dreamt'],
    ['My uncle drowned in March. I dreamt he was a king', 'dead-person', 'affirmed dreamt'],
    ['Last week I dreamed my mother died', 'dead-person', undefined],
    ['I had a dream last week that my mother died', 'dead-person', undefined],
    ['I dreamt my dad died and I cried for weeks', 'dead-person', undefined],
    ["I dreamt my dad died and I've been scared ever since", 'dead-person', undefined],
    ['I dreamt of a whale. My dad died three weeks ago', 'dead-person', 'affirmed dreamt'],
    ["I dreamt of a whale. I haven't slept since my dad died", 'dead-person', 'affirmed dreamt'],
    ['지난밤 꿈에서 아버지가 돌아가셨어요', 'dead-person', undefined],
    ['고래 꿈을 꿨어요. 아버지가 지난달에 돌아가셨어요', 'dead-person', 'affirmed dreamt'],
    ['할머니가 돌아가셔서 우는 꿈을 꿨어요', 'dead-person', undefined],
    ['엄마가 돌아가셔서 장례식을 치른 꿈을 꿨어요', 'dead-person', undefined],
    ['할머니가 돌아가셨는데 뱀이 나오는 꿈을 꿨어요', 'dead-person', 'affirmed dreamt'],
    ['할머니가 돌아가셨지만 제가 웃는 꿈을 꿨어요', 'dead-person', 'affirmed dreamt'],
    ['할머니가 돌아가시고 나서 우는 꿈을 꿨어요', 'dead-person', 'affirmed dreamt'],
    ['할머니가 돌아가시고 할머니가 나오는 꿈을 꿨어요', 'dead-person', 'affirmed dreamt'],
    ['할머니가 돌아가셔서 그런지 무서운 꿈을 꿨어요', 'dead-person', 'affirmed dreamt'],
    ['호랑이 나오는 영화를 보면서 양말을 갰어요', 'tiger', 'affirmed figurative'],
    ['Our hamster died in June. I dreamt he sat in a teacup', 'dead-person', undefined],
    ['There was an earthquake on the news. I went on peeling potatoes', 'earthquake', 'affirmed figurative'],
    ['드라마에서 호랑이가 나오는데 저는 양말을 개고 있었어요', 'tiger', 'affirmed figurative'],
    ["I dream of my ex's new wife", 'ex-lover', 'affirmed dreamt'],
    ['작년에 돌아가신 할머니가 꿈에 나와서 웃으셨어요', 'grandmother', 'affirmed dreamt'],
    ['엄마가 꿈에 나와서 웃었어요', 'mother', 'affirmed dreamt'],
    ['엄마가 꿈을 꾸셨는데 뱀이 나왔대요', 'mother', 'affirmed waking'],
    ['My wife told me she was leaving and I laughed', 'spouse', 'affirmed dreamt'],
    ['My mum had a dream that she found gold', 'mother', 'affirmed waking'],
    ['I shook her hand, like you would to a colleague', 'coworker', 'affirmed figurative'],
    ['A camera flashes and everyone is older. I hid in a cave', 'camera', 'affirmed dreamt'],
    ["My aunt (she's fine, she's in Spain) sent me a mirror in the dream", 'mirror', 'affirmed dreamt'],
    ['I dropped my ring down the sink. Still no ring', 'ring', 'affirmed dreamt'],
    ["My hubby's dream, not mine: a shark in the bath", 'spouse', 'affirmed waking'],
    ['I ate fish last week. In the dream there was a lion. I woke up and fed my horse', 'horse', 'affirmed waking'],
  ])('“%s”: %s is %s', (text, name, expected) => {
    expect(stateOf(text, name)).toBe(expected);
  });

  it.each([
    ['I missed my flight', ['being-late']],
    ['Two teeth fell out', ['teeth']],
    ['My late grandmother sang in the garden', ['grandmother', 'dead-person', 'singing', 'garden']],
    ['My friend Rose sat in the library', ['friend', 'library']],
    ['돌아가신 할머니가 정원에 계셨다', ['grandmother', 'dead-person', 'garden']],
    ['보리라는 강아지가 정원에 있었다', ['dog', 'garden']],
    ['하늘이는 울고 하늘이가 도서관에 있었다', ['crying', 'library']],
    ['Robin, my nephew, sat in the library', ['child', 'library']],
    ['아이를 안고 강물에 뛰어들었다', ['child', 'jumping', 'river']],
  ])('reads “%s” as %j', (text, expected) => {
    expect(symbolsOf(text).toSorted()).toEqual(expected.toSorted());
  });

  it('counts the end of a long dream', () => {
    const text = `${'I walked along a road with nothing on it. '.repeat(90)}At last a whale came out of the sea.`;
    expect(symbolsOf(text).slice(0, 2)).toContain('whale');
  });

  it.each(['no snake, ', '뱀이 아니라 ', 'my late mother ', 'like a ', '없', 'not '])(
    'takes linear time on repeated “%s”',
    (piece) => {
      expect(growth((text) => read(text), piece, 4_000)).toBeLessThan(9);
    },
  );
});
