import { LIMITS, type Leads, NO_LEAD, type SectionPlan } from '@app/composer';

const SOURCES: Leads = {
  only: NO_LEAD,
  first: {
    ko: ['이 물음에는 ‘{title}’{을/를} 떠올려 볼 만합니다.', '‘{title}’에서 실마리를 찾을 수 있습니다.'],
    en: ['One thing that bears on this is “{title}”.', 'A clue lies in “{title}”.'],
  },
  next: {
    ko: ['‘{title}’도 함께 떠올려 볼 만합니다.', '여기에 ‘{title}’{을/를} 더해 봅니다.'],
    en: ['“{title}” belongs here as well.', '“{title}” has a part in it too.'],
  },
};

/** Plan of an answer in a conversation about a reading of any kind. */
export const answerComposition: SectionPlan = {
  paragraphs: [
    [
      {
        rank: 0,
        say: {
          ko: ['‘{quote}’{이라고/라고} 물으셨습니다.', '‘{quote}’{이라는/라는} 말씀을 잘 들었습니다.'],
          en: ['You ask: “{quote}”.', 'Let me take up what you said, “{quote}”.'],
        },
      },
      ...LIMITS,
      {
        rank: 0,
        promises: true,
        say: {
          ko: ['{about}{을/를} 바탕으로 말씀드리겠습니다.', '{about}에 비추어 보면 이렇습니다.'],
          en: ['With {about} still in view, this may help.', 'Seen in the light of {about}, it looks like this.'],
        },
      },
    ],
    [
      {
        each: 'orientations',
        most: 3,
        rank: 1,
        keepLead: true,
        draw: { take: 'part' },
        leads: {
          only: {
            ko: ['{name} 카드는 {orientation}으로 놓여 있습니다.'],
            en: ['{Name} lies {orientation}.'],
          },
          first: {
            ko: ['먼저 {name} 카드는 {orientation}으로 놓여 있습니다.'],
            en: ['To begin with, {name} lies {orientation}.'],
          },
          next: {
            ko: ['{orientation}의 {name} 카드도 말을 보탭니다.', '{name} 카드는 {orientation}입니다.'],
            en: ['{Name}, {orientation}, adds a word.', '{Name} lies {orientation}.'],
          },
        },
      },
      // Questions about charts are mostly about the present, so the current periods come first.
      {
        each: 'luckPillar',
        most: 1,
        rank: 1.1,
        keepLead: true,
        draw: { take: 'part' },
        leads: {
          next: {
            ko: [
              '지금 지나는 대운은 {name}{으로/로}, 일간에게는 {god}의 시기입니다.',
              '지금 지나는 대운은 {name}입니다.',
            ],
            en: [
              'The ten-year pillar that is running is {name}, which is {god} to the day master.',
              'The ten-year pillar that is running is {name}.',
            ],
          },
        },
      },
      {
        each: 'yearPillar',
        most: 1,
        rank: 1.15,
        keepLead: true,
        draw: { take: 'part' },
        leads: {
          next: {
            ko: ['올해는 {name}의 해로, 일간에게는 {god}에 해당합니다.', '올해는 {name}의 해입니다.'],
            en: ['The year is {name}, which stands as {god} to the day master.', 'The year is {name}.'],
          },
        },
      },
      {
        draw: { take: 'answer', retrievers: ['domain', 'graph', 'corpus'], units: 2 },
        most: 2,
        rank: 1.2,
        leads: SOURCES,
      },
      { draw: { take: 'advice', retrievers: ['persona'], inOrder: true }, most: 1, rank: 1.5 },
    ],
    [
      {
        rank: 4,
        say: {
          ko: [
            '더 궁금한 점이 있으면 이어서 말씀해 주시기 바랍니다.',
            '어느 부분이 마음에 닿았는지 들려주시면 거기서부터 이어 가겠습니다.',
          ],
          en: [
            'If something is still open, please go on asking.',
            'Tell me which part touched something, and we can go on from there.',
          ],
        },
      },
    ],
  ],
  nothing: {
    ko: [
      '{about}에 관한 이 물음에 꼭 맞는 글은 찾지 못했습니다. 조금만 더 자세히 들려주시면 다시 살펴보겠습니다.',
      '이 물음에 꼭 맞는 글은 찾지 못했습니다. 조금만 더 자세히 들려주시면 다시 살펴보겠습니다.',
    ],
    en: [
      'No text that truly fits this question about {about} has been found. If you tell a little more, it can be looked at again.',
      'No text that truly fits this question has been found. If you tell a little more, it can be looked at again.',
    ],
  },
};
