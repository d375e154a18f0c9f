import type { SectionPlan } from './section-plan.js';

/** Default plan: names the section's subject, quotes passages, then gives advice. */
export const genericPlan: SectionPlan = {
  paragraphs: [
    [
      {
        rank: 0,
        say: {
          ko: ['‘{sectionTitle}’에 대해 살펴봅니다.'],
          en: ['This part is about “{sectionTitle}”.'],
        },
      },
      {
        rank: 0,
        say: {
          ko: [
            '‘{quote}’{이라는/라는} 말씀을 두고 살펴보았습니다.',
            '‘{quote}’{이라는/라는} 이야기에서 시작하겠습니다.',
          ],
          en: ['What you brought is this: “{quote}”.', 'Let us begin with what you said: “{quote}”.'],
        },
      },
      {
        rank: 0,
        say: {
          ko: ['이번 풀이의 바탕에는 {subjects}{이/가} 있습니다.', '{subjects}{을/를} 중심에 놓고 읽었습니다.'],
          en: ['At the centre of this reading: {subjects}.', 'This reading rests on {subjects}.'],
        },
      },
    ],
    [
      { each: 'subjects', most: 5, rank: 1, draw: { take: 'answer', units: 2 } },
      { draw: { take: 'answer' }, most: 3, rank: 2 },
    ],
    [{ draw: { take: 'advice' }, most: 1, rank: 3 }],
  ],
  nothing: {
    ko: ['여기에 꼭 들어맞는 글을 찾지 못했습니다. 조금 더 자세히 들려주시면 다시 살펴보겠습니다.'],
    en: ['No text that truly fits has been found for this. If you tell a little more, it can be looked at again.'],
  },
};
