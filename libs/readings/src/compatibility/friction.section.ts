import { defineSection } from '../define-section.js';

export const friction = defineSection({
  id: 'friction',
  title: { ko: '부딪치는 점', en: 'Friction' },
  retrievers: ['domain', 'graph'],
  maxTokens: 450,
  task: 'In one or two paragraphs, where the two rub: clashes, punishments, breaks, harms and resentments between their pillars, elements both lack, tense aspects – each as a difference to live with. When there are none, say so.',
  compose: {
    role: 'detail',
    paragraphs: [
      [
        {
          rank: 0,
          say: {
            ko: [
              '{firstName}의 일주 {firstDay}, {secondName}의 일주 {secondDay}{을/를} 두고 서로 다른 점을 살펴봅니다.',
              '서로 다른 점은 {firstName}의 일주 {firstDay}, {secondName}의 일주 {secondDay}에서 시작됩니다.',
            ],
            en: [
              'The differences start from the day pillars: {firstDay} for {firstName}, {secondDay} for {secondName}.',
              'Here the day pillars are held against each other: {firstDay} for {firstName}, {secondDay} for {secondName}.',
            ],
          },
        },
        {
          rank: 0,
          unless: 'firstDay',
          say: {
            ko: ['{firstName}의 {firstLights}{과/와} {secondName}의 {secondLights} 사이에서 다른 점을 살펴봅니다.'],
            en: ['The differences lie between {firstLights} for {firstName} and {secondLights} for {secondName}.'],
          },
        },
        {
          rank: 0,
          needs: 'calm',
          say: {
            ko: ['두 사주 사이에는 충이나 형, 파, 해, 원진이 보이지 않습니다.'],
            en: ['Between the two charts there is no clash, punishment, break, harm or resentment.'],
          },
        },
      ],
      [
        {
          each: 'frictions',
          most: 3,
          rank: 1,
          draw: { take: 'core', retrievers: ['domain', 'graph'] },
          leads: {
            next: {
              ko: [
                '{one}{과/와} {other} 사이에는 {relation}{이/가} 있습니다.',
                '{one}{과/와} {other}{은/는} {relation}{으로/로} 만납니다.',
              ],
              en: ['Between {one} and {other} there is {relation}.', '{One} and {other} meet in {relation}.'],
            },
          },
        },
      ],
      [
        {
          rank: 1.5,
          say: {
            ko: ['{sharedLack}의 기운은 두 사주에 모두 없습니다.'],
            en: ['Neither chart has any {sharedLack}.'],
          },
        },
        {
          each: 'sharedLacks',
          most: 1,
          rank: 1.6,
          draw: { take: 'core', retrievers: ['domain'] },
        },
        {
          each: 'tenseAspects',
          most: 2,
          rank: 1.7,
          draw: { take: 'core', retrievers: ['domain', 'graph'] },
          leads: {
            next: {
              ko: [
                '{point}{과/와} {otherPoint}{이/가} {aspect}{을/를} 이루어 팽팽합니다.',
                '{point}{은/는} {otherPoint}{과/와} {aspect}{을/를} 맺어 긴장을 만듭니다.',
              ],
              en: [
                '{Point} stands in {aspect} against {otherPoint}.',
                'Tension comes from {aspect} between {point} and {otherPoint}.',
              ],
            },
          },
        },
      ],
    ],
    nothing: {
      ko: [
        '두 차트가 부딪치는 점을 풀어 쓴 글은 아직 찾지 못했습니다. 다투었던 일 하나를 서로 적어 견주어 보면 실마리가 됩니다.',
      ],
      en: [
        'No text on where these charts rub has been found yet. Let each note one quarrel and compare the two accounts.',
      ],
    },
  },
});
