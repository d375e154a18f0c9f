import type { SayStep } from '@app/composer';

type Phrases = SayStep['say'];

/** Phrases about what happens in a dream, by situation, the most significant first. */
const TURNS: Readonly<Record<string, Phrases>> = {
  'state:unrefused': {
    ko: [
      '그만하라는 말이 나오지 않았다는 점이 눈에 띕니다. 떠맡은 것이 늘어나는 동안 거절은 아직 입 밖에 나오지 않은 셈입니다.',
    ],
    en: ['That no word of refusal was spoken stands out: what is taken on grows while the “no” stays unsaid.'],
  },
  'state:unnoticed': {
    ko: [
      '아무도 알아채지 않았다는 점에는, 들킬까 하는 걱정과 알아주었으면 하는 바람이 함께 들어 있습니다.',
      '남들은 모르고 나만 알았다는 점이 중요합니다. 혼자 무겁게 여기는 일이 남에게는 그만큼 보이지 않는다는 뜻이기도 합니다.',
    ],
    en: [
      'That nobody noticed holds two things at once: the worry of being seen and the wish that someone would look.',
      'Only you knew, and that matters: what weighs so much on you may be far less visible to others.',
    ],
  },
  'state:only-watching': {
    ko: ['보기만 하고 손을 쓰지 못한 장면은, 마음은 가 있는데 해 줄 수 있는 일을 찾지 못한 안타까움을 닮았습니다.'],
    en: ['Being able only to watch resembles caring about something without finding a way to step in.'],
  },
  'state:unwilling-to-leave': {
    ko: ['떠나고 싶지 않았다는 점이 중요합니다. 그곳에 있던 것 가운데 낮에 모자란 것이 무엇인지 살펴볼 만합니다.'],
    en: ['You did not want to leave, which is telling: what was there may be what your days are short of.'],
  },
  'state:unhurt': {
    ko: ['아프지 않았다는 점은, 겁내던 변화가 막상 견딜 만할 수 있다는 느낌과 닿아 있습니다.'],
    en: ['That it did not hurt suggests that a change you dread may be more bearable than it looks.'],
  },
  'state:odd-one-out': {
    ko: [
      '다른 사람들과 나만 달랐다는 점이 이 장면의 바탕입니다. 요즘 어디에서 혼자 다르다고 느끼는지 떠올려 볼 만합니다.',
    ],
    en: ['It set you apart from everyone else: at its root this scene is about being the odd one out.'],
  },
  'state:matter-of-fact': {
    ko: [
      '낯선 일이 아무렇지 않게 벌어졌다는 점이 이 장면의 핵심입니다. 마음속에서는 아직 익숙한 일이라는 뜻일 수 있습니다.',
      '그 일이 자연스러웠다는 점을 눈여겨볼 만합니다. 놀라지 않았다면 마음은 이미 그 자리를 내어 두고 있는 것입니다.',
    ],
    en: [
      'That it felt so ordinary is the heart of the scene: inwardly this may still be an everyday matter.',
      'Nothing about it seemed strange, which is telling: the mind has kept a place for it.',
    ],
  },
  'state:wordless': {
    ko: [
      '말이 오가지 않은 만남은, 할 말이 없어서가 아니라 곁에 있는 것이 먼저였음을 보여 주기도 합니다.',
      '말이 없었다는 점은 빈자리로 남겨 두어도 좋습니다. 무엇을 말하고 싶었는지는 그 침묵을 겪은 사람만 압니다.',
    ],
    en: [
      'A meeting without words need not mean that nothing is left to say; being near may have come first.',
      'That nothing was said may be left as it is: what would have been said only you can know.',
    ],
  },
  'state:in-the-end': {
    ko: [
      '끝에 가서 풀렸다는 점도 함께 읽어야 합니다. 조마조마한 꿈이어도 마음은 나갈 길 하나를 이미 그려 보았습니다.',
      '마지막에 길이 열렸다는 점을 놓치지 않으셨으면 합니다. 꿈은 걱정과 함께 그 걱정이 지나간 뒤도 보여 주었습니다.',
    ],
    en: [
      'That it came right in the end belongs to the reading: along with the worry the mind has sketched a way out.',
      'The ending counts as much as the trouble before it: the dream also shows what lies beyond the worry.',
    ],
  },
  'state:not-what-it-seemed': {
    ko: ['처음 생각한 것과 달랐다는 점이 이 꿈의 고비입니다. 첫인상으로 정해 둔 일을 한 번 더 들여다볼 만합니다.'],
    en: [
      'It was not what it first seemed, and the dream turns on that: a first impression may be due for another look.',
    ],
  },
  'state:out-of-reach': {
    ko: [
      '하려던 일이 끝내 되지 않는 장면은, 힘이 모자라서라기보다 지금의 방법이 맞지 않는다는 답답함에 가깝습니다.',
      '될 듯하다가 되지 않은 대목에는 서두르는 마음이 배어 있습니다. 무엇이 막았는지보다 무엇을 그토록 하려 했는지가 실마리입니다.',
    ],
    en: [
      'What would not succeed speaks less of weakness than of a way of doing it that does not fit.',
      'The clue lies less in what stood in the way than in what you were trying so hard to do.',
    ],
  },
  'state:again-and-again': {
    ko: ['같은 일이 거듭되는 장면은, 더 애쓰는 것과 멈추는 것 가운데 지금 무엇이 필요한지를 묻는 듯합니다.'],
    en: ['A scene that repeats itself seems to ask which is needed now, more effort or a stop.'],
  },
  'state:side-by-side': {
    ko: ['나란히 있었다는 점이 눈에 들어옵니다. 이끌지도 끌려가지도 않는 거리에서 느낀 편안함을 기억해 둘 만합니다.'],
    en: ['You were side by side, neither leading nor led; the ease of that distance is worth remembering.'],
  },
};

/** Situations that may be mentioned with every care topic. */
const GENTLE: ReadonlySet<string> = new Set(['state:wordless', 'state:side-by-side', 'state:matter-of-fact']);

/** The situations that a reading may mention, the most significant first. */
export const TURN_IDS: readonly string[] = Object.keys(TURNS);

export const turnSteps: readonly SayStep[] = Object.entries(TURNS).map(([id, say]) => ({
  rank: 2.3,
  needs: id,
  say,
  ...(!GENTLE.has(id) && { unless: 'care' }),
}));
