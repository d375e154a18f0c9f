import type { SayStep } from './section-plan.js';

/** Disclaimers for questions about outcomes; the slots `asksHealth` and `asksMoney` come from `outcomeQuestions`. */
export const LIMITS: readonly SayStep[] = [
  {
    rank: 0,
    needs: 'asksHealth',
    say: {
      ko: ['병이 어떻게 될지는 이 풀이로 알 수 없으니, 몸에 관한 판단은 의료진과 함께하시기 바랍니다.'],
      en: ['How an illness will go no reading can tell, so please keep decisions about your body with your doctors.'],
    },
  },
  {
    rank: 0,
    needs: 'asksMoney',
    say: {
      ko: ['이익이나 손실은 이 풀이로 내다볼 수 없으며, 여기에서는 돈을 대하는 마음을 살펴봅니다.'],
      en: ['No reading can foresee gain or loss; what it can look at is how you deal with money.'],
    },
  },
];
