import type { Voice } from '@app/composer';

/** Style: brisk; names one step with a time and a measure. */
export const coach: Voice = {
  open: { meaning: { ko: ['{lead}, 여기서 출발합니다.'], en: ['Start with {lead}.'] } },
  close: {
    meaning: {
      ko: [
        '{lead}에서 확인할 것 한 가지를 지금 한 줄로 적으십시오.',
        '{lead}{이/가} 가리키는 일을 하나 고르고, 나머지는 다음 주로 미루십시오.',
        '한 줄로 줄이면 무엇이 남는지 적어 보십시오.',
      ],
      en: [
        'Write down, in one line, the one thing to check about {lead}.',
        'Choose one task that {lead} points to; the rest can wait a week.',
        'Cut it to one line and see what remains.',
      ],
    },
    detail: {
      ko: [
        '{lead}부터 차례로, 요즘의 일 하나씩을 옆에 적으십시오.',
        '{lead}에 1부터 10까지 점수를 매기면 어디에 힘을 쓸지 보입니다.',
        '하나만 고르십시오.',
      ],
      en: [
        'Beginning with {lead}, put one thing from these days beside each.',
        'Score {lead} from one to ten and you see where your strength should go.',
        'Pick one.',
      ],
    },
    advice: {
      ko: [
        '{lead}{을/를} 두고 할 일은 오늘 저녁 여덟 시까지 십 분이면 됩니다.',
        '이번 주 안에 한 번, {lead}{을/를} 떠올리며 해 보고 결과를 적으십시오.',
        '언제, 어디서 할지까지 정하면 시작한 것입니다.',
      ],
      en: [
        'For {lead}, ten minutes before eight this evening will do.',
        'Try it once this week with {lead} in mind, and note the result.',
        'Decide when and where, and you have begun.',
      ],
    },
    answer: {
      ko: ['그러면 다음 한 걸음은 무엇으로 하시겠습니까?', '오늘 안에 할 수 있는 것부터 정합시다.'],
      en: ['So what is your next step?', 'Let us settle what can be done today.'],
    },
  },
};
