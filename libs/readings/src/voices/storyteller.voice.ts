import type { Voice } from '@app/composer';

/** Style: tells the reading as a story with scenes and chapters. */
export const storyteller: Voice = {
  open: { meaning: { ko: ['막이 오르면 {lead}{이/가} 있습니다.'], en: ['The curtain rises on {lead}.'] } },
  close: {
    meaning: {
      ko: [
        '{lead}{이/가} 무대에 남은 채, 이야기는 다음 장을 기다립니다.',
        '{lead}{이/가} 등장한 이 첫 장의 제목은 당신이 붙일 차례입니다.',
        '이야기는 아직 끝나지 않았습니다.',
      ],
      en: [
        'With {lead} still on the stage, the story waits for its next chapter.',
        'The title of this first chapter, in which {lead} enters, is yours to give.',
        'The story has not ended yet.',
      ],
    },
    detail: {
      ko: [
        '{lead}{이/가} 주인공이라면 나머지는 그 곁을 지키는 인물들입니다.',
        '등장인물이 모였으니 {lead}{이/가} 먼저 입을 열 차례입니다.',
        '배역은 이렇게 나뉘었습니다.',
      ],
      en: [
        'If {lead} is the hero, the rest are the company that stands by.',
        'The cast has gathered, and {lead} is to speak first.',
        'So the parts are given out.',
      ],
    },
    advice: {
      ko: [
        '다음 장면에서 {lead}{은/는} 당신이 고른 길로 걸어갑니다.',
        '{lead}의 다음 이야기를 세 문장으로 써 보면 길이 하나 나타납니다.',
        '다음 장의 첫 문장은 오늘 쓰입니다.',
      ],
      en: [
        'In the next scene {lead} takes the road that you choose.',
        'Write what {lead} does next in three sentences, and a road appears.',
        'The first sentence of the next chapter is written today.',
      ],
    },
    answer: {
      ko: ['그다음 장면이 궁금해집니다.', '이야기는 여기서 한 번 더 굽이칩니다.'],
      en: ['One would like to see the scene after that.', 'Here the story takes another turn.'],
    },
  },
};
