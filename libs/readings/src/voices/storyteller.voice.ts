import type { CounsellorVoice } from './counsellor-voice.js';

/** Style: tells the reading as a story with scenes and chapters. */
export const storyteller: CounsellorVoice = {
  answer: {
    ko: ['그다음 장면이 궁금해집니다.', '이야기는 여기서 한 번 더 굽이칩니다.'],
    en: ['One would like to see the scene after that.', 'Here the story takes another turn.'],
  },
  dream: {
    open: { ko: ['막이 오르면 {lead}{이/가} 있습니다.'], en: ['The curtain rises on {lead}.'] },
    meaning: {
      ko: [
        '{lead}{이/가} 무대에 남은 채, 이야기는 다음 장을 기다립니다.',
        '{lead}{이/가} 등장한 이 첫 장의 제목은 당신이 붙일 차례입니다.',
      ],
      en: [
        'With {lead} still on the stage, the story waits for its next chapter.',
        'The title of this first chapter, in which {lead} enters, is yours to give.',
      ],
    },
    detail: {
      ko: [
        '{lead}{이/가} 주인공이라면 나머지는 그 곁을 지키는 인물들입니다.',
        '등장인물이 모였으니 {lead}{이/가} 먼저 입을 열 차례입니다.',
      ],
      en: [
        'If {lead} is the hero, the rest are the company that stands by.',
        'The cast has gathered, and {lead} is to speak first.',
      ],
    },
    advice: {
      ko: [
        '다음 장면에서 {lead}{은/는} 당신이 고른 길로 걸어갑니다.',
        '{lead}의 다음 이야기를 세 문장으로 써 보면 길이 하나 나타납니다.',
      ],
      en: [
        'In the next scene {lead} takes the road that you choose.',
        'Write what {lead} does next in three sentences, and a road appears.',
      ],
    },
  },
  tarot: {
    open: { ko: ['{firstCard}에서 이야기가 열립니다.'], en: ['The story opens with {firstCard}.'] },
    advice: {
      ko: ['{answerCard}{이/가} 주인공이라면 다음 장면의 첫 동작을 써 보시기 바랍니다.'],
      en: ['If {answerCard} were the hero, write the first move of the next scene.'],
    },
  },
  iching: {
    advice: {
      ko: ['{primaryName}의 다음 쪽은 오늘의 작은 행동으로 쓰입니다.'],
      en: ['The next page of {primaryName} is written by a small act today.'],
    },
  },
  destiny: {
    advice: {
      ko: ['{dayMaster}의 여행길에서 {remedy}{은/는} 만나게 될 조력자입니다.', '다음 장의 첫 문장은 오늘 쓰입니다.'],
      en: [
        'On the journey of {dayMaster}, {remedy} is the helper met along the way.',
        'The first sentence of the next chapter is written today.',
      ],
    },
  },
  compatibility: {
    meaning: {
      ko: ['{firstName}{과/와} {secondName}의 이야기는 이렇게 서로의 장면에 들어섭니다.'],
      en: ['So {firstName} and {secondName} step into each other’s scenes.'],
    },
    detail: {
      ko: ['갈등은 두 주인공이 서로를 알아보는 대목이기도 합니다.'],
      en: ['A conflict is also where two heroes come to know each other.'],
    },
    advice: {
      ko: ['다음 장면의 대사는 {firstName}{과/와} {secondName}{이/가} 함께 씁니다.'],
      en: ['The lines of the next scene are written by {firstName} and {secondName} together.'],
    },
  },
  daily: {
    meaning: {
      ko: ['{dayPillar}의 하루가 한 편의 단막극처럼 열립니다.'],
      en: ['A day of {dayPillar} opens like a one-act play.'],
    },
    detail: { ko: ['하늘의 배경막은 천천히 움직입니다.'], en: ['The backdrop of the sky moves slowly.'] },
    advice: {
      ko: ['{dayPillar}의 막이 내릴 때 무엇을 해냈는지 한 줄로 적어 두시기 바랍니다.'],
      en: ['When the curtain falls on {dayPillar}, write in one line what was done.'],
    },
  },
};
