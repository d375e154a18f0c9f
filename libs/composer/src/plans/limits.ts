import type { SayStep } from './section-plan.js';

/** Replies to questions that no reading can answer; they come first. The slots are those of `askedSlots`. */
export const LIMITS: readonly SayStep[] = [
  {
    rank: 0,
    needs: 'asksHealth',
    say: {
      ko: [
        '‘{quote}’{이라는/라는} 물음에는 이 풀이로 답할 수 없으니, 몸에 관한 판단은 의료진과 함께하시기 바랍니다.',
        '병이 어떻게 될지는 이 풀이로 알 수 없으니, 몸에 관한 판단은 의료진과 함께하시기 바랍니다.',
      ],
      en: [
        'You ask “{quote}”: no reading can tell how an illness will go, so please keep decisions about your body with your doctors.',
        'How an illness will go no reading can tell, so please keep decisions about your body with your doctors.',
      ],
    },
  },
  {
    rank: 0,
    needs: 'asksMoney',
    say: {
      ko: [
        '‘{quote}’{이라고/라고} 물으셨지만 이익이나 손실은 이 풀이로 내다볼 수 없으며, 여기에서는 돈을 대하는 마음을 살펴봅니다.',
        '이익이나 손실은 이 풀이로 내다볼 수 없으며, 여기에서는 돈을 대하는 마음을 살펴봅니다.',
      ],
      en: [
        'You ask “{quote}”: no reading can foresee gain or loss; what it can look at is how you deal with money.',
        'No reading can foresee gain or loss; what it can look at is how you deal with money.',
      ],
    },
  },
  {
    rank: 0,
    needs: 'asksMind',
    say: {
      ko: [
        '‘{quote}’{이라고/라고} 물으셨는데, 상대의 속마음은 알 수 없고 그것을 궁금해하는 마음은 함께 살펴볼 수 있습니다.',
      ],
      en: ['You ask “{quote}”: what someone else feels cannot be read here, but what makes you wonder can.'],
    },
  },
  {
    rank: 0,
    needs: 'asksFuture',
    say: {
      ko: [
        '‘{quote}’{이라고/라고} 물으셨는데, 앞일은 여기에서 정해 드릴 수 없고 지금의 마음과 형편을 읽어 드릴 수는 있습니다.',
      ],
      en: ['You ask “{quote}”: what will happen is not decided here, but where you stand now can be read.'],
    },
  },
];
