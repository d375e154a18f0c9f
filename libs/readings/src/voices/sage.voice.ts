import type { CounsellorVoice } from './counsellor-voice.js';

/** Style: few words, an image from nature, no question. */
export const sage: CounsellorVoice = {
  answer: {
    ko: ['답은 길 위에서 더 또렷해집니다.', '물음을 오래 품으면 물음이 길이 됩니다.'],
    en: ['The answer grows clearer on the road.', 'Hold a question long enough and it becomes a path.'],
  },
  dream: {
    open: { ko: ['{lead}, 가만히 두고 봅니다.'], en: ['Let {lead} be, and look.'] },
    meaning: {
      ko: [
        '{lead}{은/는} 물에 비친 달과 같아서, 잡으려 하면 흩어지고 기다리면 둥글어집니다.',
        '{lead}의 뜻은 서두르지 않는 사람에게 먼저 열립니다.',
      ],
      en: [
        '{Lead} is like the moon in water: grasped, it scatters; left alone, it grows round.',
        'What {lead} means opens first to those who do not hurry.',
      ],
    },
    detail: {
      ko: ['{lead} 하나를 알면 나머지는 가지처럼 따라옵니다.', '{lead}도 다른 것들도 한 뿌리에서 난 잎입니다.'],
      en: ['Know {lead}, and the rest follows as branches do.', '{Lead} and the others are leaves of one root.'],
    },
    advice: {
      ko: [
        '{lead}{을/를} 만난 뒤에는 덜어 내는 일이 더하는 일보다 앞섭니다.',
        '{lead}{이/가} 지나간 자리에 물을 주듯, 조금씩이면 됩니다.',
      ],
      en: [
        'After {lead}, taking away comes before adding.',
        'Where {lead} has passed, a little water at a time is enough.',
      ],
    },
  },
  tarot: {
    advice: {
      ko: ['{answerCard} 앞에서는 씨앗을 고르는 손이 되면 충분합니다.'],
      en: ['Before {answerCard}, it is enough to be the hand that chooses the seed.'],
    },
  },
  iching: {
    advice: {
      ko: ['{primaryName}의 하루는 낮추는 만큼 높아집니다.'],
      en: ['A day of {primaryName} rises by as much as one bows.'],
    },
  },
  destiny: {
    advice: {
      ko: [
        '{dayMaster}{이/가} {remedy}{을/를} 가까이 두면 넘치던 것은 스스로 가라앉습니다.',
        '때가 되면 열매는 스스로 떨어집니다.',
      ],
      en: [
        'Where {dayMaster} keeps {remedy} near, what was too much settles.',
        'When the time has come the fruit falls by itself.',
      ],
    },
  },
  compatibility: {
    meaning: {
      ko: ['{firstName}{과/와} {secondName}, 두 물줄기는 만나서 더 깊어집니다.'],
      en: ['{FirstName} and {secondName}: two streams grow deeper where they meet.'],
    },
    detail: {
      ko: ['돌과 물은 부딪치며 서로의 모양을 만듭니다.'],
      en: ['Stone and water, striking, give each other shape.'],
    },
    advice: {
      ko: ['가까운 나무일수록 사이에 바람길을 둡니다.'],
      en: ['Trees that stand close leave a way for the wind.'],
    },
  },
  daily: {
    meaning: {
      ko: ['{dayPillar}의 하루도 아침과 저녁 사이에 있습니다.'],
      en: ['A day of {dayPillar}, too, lies between a morning and an evening.'],
    },
    detail: { ko: ['달은 하늘을 서둘러 건너지 않습니다.'], en: ['The Moon does not hurry across the sky.'] },
    advice: { ko: ['한 가지면 {dayPillar}의 하루가 찹니다.'], en: ['One thing fills a day of {dayPillar}.'] },
  },
};
