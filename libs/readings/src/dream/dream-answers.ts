import type { SayStep } from '@app/composer';

/** Answers to questions that are often asked about a dream, whatever its symbols; they come first. */
export const DREAM_ANSWERS: readonly SayStep[] = [
  {
    rank: 0,
    needs: 'asksAgain',
    say: {
      ko: [
        '같은 꿈이 되풀이되는 것은, 낮에 매듭짓지 못한 마음이 밤마다 익숙한 장면을 빌리기 때문인 경우가 많습니다.',
        '비슷한 꿈을 거듭 꾸는 까닭은 대개 하나입니다. 끝나지 않은 긴장이 늘 같은 무대로 돌아오는 것입니다.',
        '자꾸 돌아오는 꿈은 아직 대답을 듣지 못한 물음과 같아서, 낮에 그 물음을 알아보면 뜸해지곤 합니다.',
      ],
      en: [
        'A dream tends to return while something in waking life stays unfinished and keeps borrowing the same scene.',
        'Dreams repeat for one reason more than any other: a tension that has not ended goes back to the stage it knows.',
        'A dream that keeps coming back is like a question without an answer; it grows rarer once the question is heard by day.',
      ],
    },
  },
  {
    rank: 0,
    needs: 'asksMessage',
    say: {
      ko: [
        '남기려던 말이 있었는지는 꿈으로 확인할 수 없지만, 듣고 싶던 말이 무엇이었는지는 마음이 알고 있습니다.',
        '꿈이 그분의 말을 대신 전해 주지는 못합니다. 다만 그 장면에서 먼저 떠오른 말이 지금 필요한 말일 수 있습니다.',
      ],
      en: [
        'Whether there was something to say cannot be known from a dream, but your heart knows what it wished to hear.',
        'A dream cannot speak for another person. The words that came to you first in that scene may be the ones you need.',
      ],
    },
  },
  {
    rank: 0,
    needs: 'asksIfReal',
    say: {
      ko: [
        '꿈은 실제로 일어난 일의 증거가 되지 못하며, 지금 마음이 가장 쓰이는 자리를 보여 줍니다.',
        '꿈만으로 실제의 일을 짐작하지는 않으셔도 됩니다. 느낌은 진짜이고, 장면은 마음이 고른 그림입니다.',
      ],
      en: [
        'A dream proves nothing about what has really happened; it shows where your concern lies.',
        'Nothing real need be concluded from a dream. The feeling is true; the scene is a picture the mind has chosen.',
      ],
    },
  },
  {
    rank: 0,
    needs: 'asksWhatToDo',
    say: {
      ko: [
        '이 꿈 때문에 당장 해야 하는 일은 없으며, 도움이 될 만한 것은 ‘해 볼 만한 일’에 적었습니다.',
        '꿈이 시키는 일은 없습니다. 마음이 놓일 만한 작은 일은 ‘해 볼 만한 일’에 있습니다.',
      ],
      en: [
        'Nothing has to be done because of this dream; what may help stands under “What you can do”.',
        'A dream gives no orders. Something small that may bring relief stands under “What you can do”.',
      ],
    },
  },
];
