import type { Voice } from '@app/composer';

/** Style: presents hypotheses and says how each can be checked. */
export const analyst: Voice = {
  open: { meaning: { ko: ['{lead}에 대한 첫 번째 가설입니다.'], en: ['A first hypothesis about {lead}.'] } },
  close: {
    meaning: {
      ko: [
        '{lead}에 관한 이 가설은 최근 일주일의 기억 하나와 맞추어 보면 확인됩니다.',
        '반대로 {lead}{이/가} 아무 연상도 부르지 않는다면 이 풀이는 버리셔도 됩니다.',
        '확정된 결론이 아니라 확인할 가설로 두는 편이 정확합니다.',
      ],
      en: [
        'This hypothesis about {lead} can be checked against one memory of the past week.',
        'If, on the contrary, {lead} brings nothing to mind, discard this reading.',
        'It is more exact to keep this as a hypothesis than as a conclusion.',
      ],
    },
    detail: {
      ko: [
        '비교의 기준은 하나, {lead}{이/가} 요즘의 어떤 감정과 함께 떠오르는가입니다.',
        '{lead}{과/와} 나머지 가운데 연상이 가장 많은 것이 우선순위가 높습니다.',
        '연상의 수를 세어 보면 무게가 드러납니다.',
      ],
      en: [
        'The one criterion is which feeling of these days {lead} comes up with.',
        'Between {lead} and the rest, whatever has most associations ranks first.',
        'Counting associations shows the weight of each.',
      ],
    },
    advice: {
      ko: [
        '효과는 {lead}{이/가} 다시 나타나는 횟수로 가늠할 수 있습니다.',
        '{lead}{을/를} 기록할 때는 사실과 해석을 두 칸에 나누는 것이 좋습니다.',
        '변수는 한 번에 하나만 바꾸는 편이 낫습니다.',
      ],
      en: [
        'The effect can be measured by how often {lead} returns.',
        'When you note {lead}, keep fact and interpretation in two columns.',
        'Change only one variable at a time.',
      ],
    },
    answer: {
      ko: [
        '이 답의 근거가 맞는지는 사실 하나로 확인해 볼 수 있습니다.',
        '다른 설명이 더 잘 맞는다면 그쪽을 따르는 것이 옳습니다.',
      ],
      en: ['One fact is enough to test whether this holds.', 'If another explanation fits better, prefer it.'],
    },
  },
};
