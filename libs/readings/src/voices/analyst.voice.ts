import type { CounsellorVoice } from './counsellor-voice.js';

/** Style: presents hypotheses and says how each can be checked. */
export const analyst: CounsellorVoice = {
  answer: {
    ko: [
      '이 답의 근거가 맞는지는 사실 하나로 확인해 볼 수 있습니다.',
      '다른 설명이 더 잘 맞는다면 그쪽을 따르는 것이 옳습니다.',
    ],
    en: ['One fact is enough to test whether this holds.', 'If another explanation fits better, prefer it.'],
  },
  dream: {
    open: { ko: ['{lead}에 대한 첫 번째 가설입니다.'], en: ['A first hypothesis about {lead}.'] },
    meaning: {
      ko: [
        '{lead}에 관한 이 가설은 최근 일주일의 기억 하나와 맞추어 보면 확인됩니다.',
        '반대로 {lead}{이/가} 아무 연상도 부르지 않는다면 이 풀이는 버리셔도 됩니다.',
      ],
      en: [
        'This hypothesis about {lead} can be checked against one memory of the past week.',
        'If, on the contrary, {lead} brings nothing to mind, discard this reading.',
      ],
    },
    detail: {
      ko: [
        '비교의 기준은 하나, {lead}{이/가} 요즘의 어떤 감정과 함께 떠오르는가입니다.',
        '{lead}{과/와} 나머지 가운데 연상이 가장 많은 것이 우선순위가 높습니다.',
      ],
      en: [
        'The one criterion is which feeling of these days {lead} comes up with.',
        'Between {lead} and the rest, whatever has most associations ranks first.',
      ],
    },
    advice: {
      ko: [
        '효과는 {lead}{이/가} 다시 나타나는 횟수로 가늠할 수 있습니다.',
        '{lead}{을/를} 기록할 때는 사실과 해석을 두 칸에 나누는 것이 좋습니다.',
      ],
      en: [
        'The effect can be measured by how often {lead} returns.',
        'When you note {lead}, keep fact and interpretation in two columns.',
      ],
    },
  },
  tarot: {
    advice: {
      ko: ['{answerCard}의 조언은 결과를 잴 기준을 먼저 정하고 시험하는 편이 낫습니다.'],
      en: ['Before testing what {answerCard} advises, define how you will measure the result.'],
    },
  },
  iching: {
    advice: {
      ko: ['변수를 하나만 바꾸어야 {primaryName}의 조언이 맞았는지 알 수 있습니다.'],
      en: ['Change one variable only, or you cannot tell whether {primaryName} was right.'],
    },
  },
  destiny: {
    advice: {
      ko: [
        '{dayMaster}에 {remedy}{을/를} 보태는 실험은 두 주 뒤의 기록으로 평가하시기 바랍니다.',
        '효과는 두 주 뒤의 기록으로 평가하시기 바랍니다.',
      ],
      en: [
        'Judge the experiment of adding {remedy} to {dayMaster} by your notes after two weeks.',
        'Judge the effect by your notes after two weeks.',
      ],
    },
  },
  compatibility: {
    meaning: {
      ko: ['{firstName}{과/와} {secondName}의 실제 사례 하나씩으로 이 해석을 확인해 볼 수 있습니다.'],
      en: ['One real case each of {firstName} and {secondName} will test this interpretation.'],
    },
    detail: {
      ko: ['마찰의 빈도와 회복에 걸린 시간을 함께 재면 무엇이 문제인지 구별됩니다.'],
      en: ['Measuring how often you clash and how long you take to recover tells the problems apart.'],
    },
    advice: {
      ko: ['{firstName}{과/와} {secondName}{이/가} 같은 질문에 따로 답한 뒤 견주어 보시기 바랍니다.'],
      en: ['Let {firstName} and {secondName} answer the same question apart, then compare.'],
    },
  },
  daily: {
    meaning: {
      ko: ['{dayPillar}의 예상과 실제를 저녁에 한 줄로 견주어 두면 정확도를 알 수 있습니다.'],
      en: ['Comparing forecast and fact for {dayPillar} in one line tonight shows how accurate it was.'],
    },
    detail: {
      ko: ['위의 시각은 계산값이고, 느낌은 따로 기록할 자료입니다.'],
      en: ['The times above are computed; how it feels is separate data to record.'],
    },
    advice: {
      ko: ['{dayPillar}에 해 본 일과 하지 않은 일을 구별해 기록하시기 바랍니다.'],
      en: ['For {dayPillar}, record what you did apart from what you did not.'],
    },
  },
};
