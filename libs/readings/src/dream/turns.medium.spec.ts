import { beforeAll, describe, expect, it } from '@jest/globals';
import { FolderGraphSource } from '@app/knowledge';
import { GraphStore } from '@app/rag';
import { ownWords } from './own-words.js';
import { readLanguages } from './scene/language.js';
import { SceneReader } from './scene/scene-reader.js';
import { readSituations } from './scene/situations.js';
import { TURN_IDS } from './turns.js';

const store = new GraphStore([new FolderGraphSource('knowledge/graph')], 'knowledge/language');
const situations = readSituations('knowledge');
const reader = new SceneReader(readLanguages('knowledge'), situations);
const turnOf = (text: string) => {
  const words = ownWords(reader.read(text, store.linker()), [], /[가-힣]/u.test(text) ? 'ko' : 'en');
  return TURN_IDS.find((id) => words[id]);
};

beforeAll(() => store.open());

describe('what happens in a dream', () => {
  it('has phrases that state it', () => {
    expect(TURN_IDS.filter((id) => !(id in situations))).toEqual([]);
  });

  it.each([
    ['state:unrefused', 'He kept handing me plates. I never asked him to stop.'],
    ['state:unrefused', '접시를 계속 주는데 그만하라고 말을 못 했어요'],
    ['state:unnoticed', 'I stood there in a towel and nobody noticed.'],
    ['state:unnoticed', '수건만 두르고 있었는데 아무도 신경을 안 썼어요'],
    ['state:only-watching', '배가 떠나는데 저는 보기만 했어요'],
    ['state:only-watching', 'The boat left and I could only watch.'],
    ['state:matter-of-fact', '언니가 아무렇지 않게 들어와서 밥을 먹었어요'],
    ['state:wordless', 'We sat on the bench. We didn’t talk.'],
    ['state:unwilling-to-leave', 'They called me but I didn’t want to go up.'],
    ['state:unhurt', '손이 떨어졌는데 하나도 안 아팠어요'],
    ['state:odd-one-out', 'Everyone else got out except me.'],
    ['state:in-the-end', '다행히 차가 멈췄다'],
    ['state:not-what-it-seemed', 'I thought it was a coat, but it moved.'],
    ['state:out-of-reach', 'My phone rang but I couldn’t pick up.'],
    ['state:again-and-again', 'I pressed the button again and again.'],
    ['state:side-by-side', '둘이 나란히 걸었습니다'],
  ])('is %s in “%s”', (id, text) => {
    expect(turnOf(text)).toBe(id);
  });

  it.each([
    'I was trying to hide so that nobody would notice.',
    'She just stood on the pier eating chips.',
    'The kids thought it was brilliant.',
    '저는 관 옆에 앉아서 국을 먹었어요',
    '결국 집에 갔어요',
    '열쇠를 겨우 찾았는데 문에 안 맞았어요',
    'The tram kept going past the river.',
    '저는 옆에서 구경만 했어요',
    'Everyone acted as if nothing was strange, and I was ashamed.',
  ])('is nothing to speak of in “%s”', (text) => {
    expect(turnOf(text)).toBeUndefined();
  });
});
