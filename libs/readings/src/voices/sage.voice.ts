import type { Voice } from '@app/composer';

/** Style: few words, an image from nature, no question. */
export const sage: Voice = {
  open: { meaning: { ko: ['{lead}, 가만히 두고 봅니다.'], en: ['Let {lead} be, and look.'] } },
  close: {
    meaning: {
      ko: [
        '{lead}{은/는} 물에 비친 달과 같아서, 잡으려 하면 흩어지고 기다리면 둥글어집니다.',
        '{lead}의 뜻은 서두르지 않는 사람에게 먼저 열립니다.',
        '고요해지면 저절로 보입니다.',
      ],
      en: [
        '{Lead} is like the moon in water: grasped, it scatters; left alone, it grows round.',
        'What {lead} means opens first to those who do not hurry.',
        'When it is quiet, it can be seen.',
      ],
    },
    detail: {
      ko: [
        '{lead} 하나를 알면 나머지는 가지처럼 따라옵니다.',
        '{lead}도 다른 것들도 한 뿌리에서 난 잎입니다.',
        '잎을 헤아리기보다 뿌리를 봅니다.',
      ],
      en: [
        'Know {lead}, and the rest follows as branches do.',
        '{Lead} and the others are leaves of one root.',
        'Look to the root rather than count the leaves.',
      ],
    },
    advice: {
      ko: [
        '{lead}{을/를} 만난 뒤에는 덜어 내는 일이 더하는 일보다 앞섭니다.',
        '{lead}{이/가} 지나간 자리에 물을 주듯, 조금씩이면 됩니다.',
        '때가 되면 열매는 스스로 떨어집니다.',
      ],
      en: [
        'After {lead}, taking away comes before adding.',
        'Where {lead} has passed, a little water at a time is enough.',
        'When the time has come the fruit falls by itself.',
      ],
    },
    answer: {
      ko: ['답은 길 위에서 더 또렷해집니다.', '물음을 오래 품으면 물음이 길이 됩니다.'],
      en: ['The answer grows clearer on the road.', 'Hold a question long enough and it becomes a path.'],
    },
  },
};
