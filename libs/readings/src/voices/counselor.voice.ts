import type { Voice } from '@app/composer';

/** Style: gentle and unhurried; ends with an open question. */
export const counselor: Voice = {
  open: {},
  close: {
    meaning: {
      ko: [
        '{lead}{을/를} 떠올리는 지금, 마음은 어디에 가장 오래 머무십니까?',
        '{lead} 앞에서 느낀 것 가운데 아직 말로 옮기지 못한 것이 있습니까?',
        '{lead}에 이름을 하나 붙인다면 무엇이라고 하시겠습니까?',
        '지금 이 이야기를 읽는 마음은 어떠십니까?',
      ],
      en: [
        'As you think of {lead} now, where does your heart stay longest?',
        'Is there something you felt about {lead} that has no words yet?',
        'What one word would you give to {lead}?',
        'How does it feel to read this now?',
      ],
    },
    detail: {
      ko: [
        '이 가운데 {lead}만큼 마음에 걸리는 것이 또 있습니까?',
        '{lead}{은/는} 요즘의 어떤 순간과 닮았습니까?',
        '{lead}에서 가장 먼저 떠오르는 사람은 누구입니까?',
        '이 가운데 어느 것이 가장 내 이야기처럼 들리십니까?',
      ],
      en: [
        'Does anything here touch you as much as {lead}?',
        'Which moment of these days does {lead} resemble?',
        'Whom do you think of first with {lead}?',
        'Which of these sounds most like your own story?',
      ],
    },
    advice: {
      ko: [
        '{lead}{을/를} 떠올리며 오늘 스스로에게 해 줄 수 있는 작은 돌봄은 무엇입니까?',
        '{lead}{과/와} 함께 온 마음을 누구에게 들려주고 싶으십니까?',
        '{lead}{을/를} 다시 마주한다면 무엇을 곁에 두고 싶으십니까?',
        '이 가운데 지금의 나에게 가장 다정한 것은 무엇입니까?',
      ],
      en: [
        'With {lead} in mind, what small kindness could you give yourself today?',
        'To whom would you like to tell what came with {lead}?',
        'If you met {lead} again tonight, what would you want beside you?',
        'Which of these is the kindest to you as you are now?',
      ],
    },
    answer: {
      ko: ['이 말을 들으니 어떤 마음이 드십니까?', '더 들려주고 싶은 것이 있으십니까?'],
      en: ['How does this sit with you?', 'Is there more you would like to tell?'],
    },
  },
};
