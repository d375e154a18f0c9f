import type { CounsellorVoice } from './counsellor-voice.js';

/** Style: brisk; names one step with a time and a measure. */
export const coach: CounsellorVoice = {
  answer: {
    ko: ['그러면 다음 한 걸음은 무엇으로 하시겠습니까?', '오늘 안에 할 수 있는 것부터 정합시다.'],
    en: ['So what is your next step?', 'Let us settle what can be done today.'],
  },
  dream: {
    open: { ko: ['{lead}, 여기서 출발합니다.'], en: ['Start with {lead}.'] },
    meaning: {
      ko: [
        '{lead}{과/와} 닮은 요즘의 일을 하나만 골라 지금 한 줄로 적으십시오.',
        '{lead}에서 확인할 것 한 가지를 오늘 밤 안에 정하십시오.',
      ],
      en: [
        'Choose one matter of these days that resembles {lead}, and write it down in one line now.',
        'Settle before tonight the one thing to check about {lead}.',
      ],
    },
    detail: {
      ko: [
        '{lead}에 1부터 10까지 점수를 매기면 어디에 힘을 쓸지 보입니다.',
        '{lead}부터 차례로, 요즘의 일 하나씩을 옆에 적으십시오.',
      ],
      en: [
        'Score {lead} from one to ten and you see where your strength should go.',
        'Beginning with {lead}, put one matter of these days beside each.',
      ],
    },
    advice: {
      ko: [
        '{lead}{을/를} 두고 할 일은 오늘 저녁 여덟 시까지 십 분이면 됩니다.',
        '이번 주 안에 한 번, {lead}{을/를} 떠올리며 해 보고 결과를 적으십시오.',
      ],
      en: [
        'For {lead}, ten minutes before eight this evening will do.',
        'Try it once this week with {lead} in mind, and note the result.',
      ],
    },
  },
  tarot: {
    advice: {
      ko: ['{answerCard}의 조언은 이번 주 금요일까지 한 번 해 보고 판단하십시오.'],
      en: ['Give what {answerCard} advises one try by Friday, and judge then.'],
    },
  },
  iching: {
    advice: {
      ko: ['{primaryName}에 맞춘 다음 행동에 날짜와 시각을 붙이십시오.'],
      en: ['Put a day and an hour to the next action that fits {primaryName}.'],
    },
  },
  destiny: {
    advice: {
      ko: [
        '{dayMaster}에게 맞는 {remedy}의 습관 하나를 오늘부터 이레 동안 기록하십시오.',
        '하나를 골라 오늘부터 이레 동안 기록하십시오.',
      ],
      en: [
        'Record one habit that brings {remedy} to {dayMaster}, for seven days from today.',
        'Choose one and record it for seven days from today.',
      ],
    },
  },
  compatibility: {
    meaning: {
      ko: ['{firstName}{과/와} {secondName}의 잘 맞는 점 하나를 이번 주 일정에 넣으십시오.'],
      en: ['Put one thing that suits {firstName} and {secondName} into this week’s calendar.'],
    },
    detail: {
      ko: ['부딪치는 일 하나를 골라 {firstName}{과/와} {secondName}의 규칙 한 줄로 정하십시오.'],
      en: ['Choose one point of friction and settle it in a one-line rule between {firstName} and {secondName}.'],
    },
    advice: {
      ko: ['둘이 함께 십 분, 이번 주 안에 하고 다음 주에 점검하십시오.'],
      en: ['Ten minutes together this week, and check again the next.'],
    },
  },
  daily: {
    meaning: {
      ko: ['{dayPillar}의 하루에 반드시 할 일 하나와 미룰 일 하나를 아침에 정하십시오.'],
      en: ['For a day of {dayPillar}, settle in the morning one thing to do and one to put off.'],
    },
    detail: {
      ko: ['위에 적은 시각 가운데 하나에 알림을 맞추십시오.'],
      en: ['Set a reminder for one of the times given above.'],
    },
    advice: { ko: ['{dayPillar}의 점심 전에 끝내십시오.'], en: ['Finish it before noon of {dayPillar}.'] },
  },
};
