import type { SayStep } from '@app/composer';

/** Answers to questions that are often asked about a dream, whatever its symbols; they come first. */
export const DREAM_ANSWERS: readonly SayStep[] = [
  {
    rank: 0,
    needs: 'asksHealth',
    say: {
      ko: [
        '병이 어떻게 될지는 꿈으로 알 수 없으니, 몸에 관한 판단은 의료진과 함께하시기 바랍니다.',
        '몸의 일은 꿈이 아니라 진료가 답합니다. 걱정되는 증상이 있다면 병원에 먼저 물어보시기 바랍니다.',
      ],
      en: [
        'How an illness will go no dream can tell, so please keep decisions about your body with your doctors.',
        'Questions about the body are for a doctor rather than a dream; a symptom that worries you is worth a visit.',
      ],
    },
  },
  {
    rank: 0,
    needs: 'asksMoney',
    say: {
      ko: [
        '돈이 들어올지는 꿈으로 알 수 없습니다. 좋은 꿈이라 여겨 복권을 사더라도 재미로 감당할 만큼이면 충분합니다.',
        '꿈은 당첨이나 수익을 알려 주지 못합니다. 큰돈이 걸린 결정이라면 꿈과 따로 떼어 놓고 하시기 바랍니다.',
      ],
      en: [
        'A dream cannot tell whether money is coming. A lottery ticket for the fun of it is fine, as long as it is only that.',
        'No dream knows about winnings or profits; where real money is at stake, keep the decision apart from the dream.',
      ],
    },
  },
  {
    rank: 0,
    needs: 'asksMind',
    say: {
      ko: [
        '그 사람이 지금 무슨 생각을 하는지는 꿈으로 알 수 없습니다. 꿈은 꾼 사람의 마음에서 나온 것이라, 그 사람이 아직 내 안에 어떤 자리로 남아 있는지를 보여 줍니다.',
        '꿈에 나왔다고 해서 그 사람이 나를 생각한다는 뜻은 아닙니다. 이 꿈이 말해 줄 수 있는 것은 그 사람을 떠올리는 쪽의 마음입니다.',
        '상대의 속마음은 이 꿈에 들어 있지 않습니다. 들어 있는 것은 그 사람과 어떤 거리에 있고 싶은지에 대한 내 마음입니다.',
      ],
      en: [
        'What the other person is thinking cannot be known from a dream. It comes from your own mind and shows the place they still have there.',
        'Appearing in your dream is no sign that they are thinking of you. What it can show is your side: how near or far you hold them.',
        'The other person’s feelings are not in this dream. Yours are, and above all the distance you keep or wish for.',
      ],
    },
  },
  {
    rank: 0,
    needs: 'asksFuture',
    say: {
      ko: [
        '앞으로 일어날 일은 꿈으로 알 수 없습니다. 꿈이 보여 주는 것은 그 일을 두고 지금 마음이 어디에 서 있는가입니다.',
        '꿈은 예고가 아닙니다. 다만 앞일을 두고 무엇을 바라고 무엇을 걱정하는지는 장면 속에 드러납니다.',
      ],
      en: [
        'What will happen cannot be known from a dream; it shows where you stand towards it now.',
        'A dream is no announcement. What you hope and what you worry about, though, can be seen in its scenes.',
      ],
    },
  },
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
    needs: 'asksConception',
    unless: 'care',
    say: {
      ko: [
        '태몽인지는 꿈만으로 알 수 없고, 대개 아이가 찾아온 뒤에 그렇게 불립니다. 옛 해몽은 무언가를 받거나 품에 안은 선명한 장면을 태몽으로 꼽았습니다.',
        '꿈이 임신을 알려 주지는 못합니다. 우리 해몽이 태몽이라 부른 것은 오래 잊히지 않을 만큼 생생하고, 무언가가 나에게 오거나 안기는 꿈이었습니다.',
      ],
      en: [
        'A dream cannot tell of a pregnancy. What Korean tradition calls a conception dream is one so vivid that it stays, in which something is received or held close; it is mostly named so afterwards.',
        'Whether this is a conception dream only time can tell. Tradition gave that name to vivid dreams in which something comes to you or is taken into your arms.',
      ],
    },
  },
  {
    rank: 0,
    needs: 'asksHarm',
    say: {
      ko: [
        '이 꿈 때문에 누군가에게 나쁜 일이 생기지는 않습니다. 꿈이 보여 주는 것은 닥칠 일이 아니라 그만큼 마음이 쓰인다는 사실입니다.',
        '꿈은 나쁜 일의 예고가 아닙니다. 걱정이 남는다면 이 꿈을 꾸기 전부터 마음에 걸리던 일이 있었는지 먼저 살펴보시기 바랍니다.',
      ],
      en: [
        'Nothing bad will happen because of this dream. It does not show what is coming but how much this matters to you.',
        'A dream is no warning of harm. If the worry stays, ask what was already on your mind before this night.',
      ],
    },
  },
  {
    rank: 0,
    needs: 'asksIfWished',
    say: {
      ko: [
        '꿈에서 한 일이 곧 속으로 바라는 일은 아닙니다. 꿈은 바람과 걱정을 가리지 않고 같은 장면으로 보여 줍니다.',
        '꿈의 행동을 숨은 소원으로 읽지 않으셔도 됩니다. 가장 피하고 싶은 일도 꿈에서는 내 손으로 일어납니다.',
      ],
      en: [
        'What you do in a dream is not what you secretly want. Dreams stage fears and wishes alike, in the same costumes.',
        'An act in a dream need not be read as a hidden wish; what we most want to avoid is often dreamt as our own doing.',
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
  {
    rank: 0,
    needs: 'asksDecision',
    say: {
      ko: [
        '그 결정은 꿈이 대신해 줄 수 없습니다. 다만 꿈에는 그 일을 떠올릴 때 마음이 어디에서 걸리는지가 나타나니, 결정의 근거가 아니라 살펴볼 거리로 삼으시면 좋습니다.',
        '꿈은 하라거나 하지 말라고 일러 주지 않습니다. 지금 자리에서 무엇이 불편하고 무엇이 아쉬운지를 보여 줄 뿐이니, 그 부분만 결정에 보태시기 바랍니다.',
      ],
      en: [
        'A dream cannot make that decision for you. It can show what catches when you think of it, which is something to look at rather than a reason for yes or no.',
        'Dreams say neither yes nor no. They show what chafes and what is missed where you are now; take only that much into the decision.',
      ],
    },
  },
];
