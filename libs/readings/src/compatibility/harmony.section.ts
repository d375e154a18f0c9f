import { LIMITS } from '@app/composer';
import { defineSection } from '../define-section.js';

export const harmony = defineSection({
  id: 'harmony',
  title: { ko: '잘 맞는 점', en: 'Harmony' },
  retrievers: ['domain', 'graph'],
  maxTokens: 500,
  task: 'In two or three paragraphs, what joins these two: the day masters and what each is to the other, the combinations between their pillars, the elements one lends the other, the easy aspects between their charts.',
  compose: {
    role: 'meaning',
    paragraphs: [
      [
        ...LIMITS.filter(({ needs }) => needs !== 'asksFuture'),
        {
          rank: 0,
          needs: 'asksFuture',
          say: {
            ko: ['‘{quote}’{은/는} 두 사람이 정해 갈 일이며, {balance}'],
            en: ['“{quote}” is for the two to decide; by the charts, {balance}'],
          },
        },
        {
          rank: 0,
          unless: 'asksFuture',
          say: {
            ko: ['‘{asked}’{이라는/라는} 물음에 답하자면, {balance}', '{balance}'],
            en: ['To answer “{asked}”: {balance}', '{Balance}'],
          },
        },
        {
          rank: 0,
          say: {
            ko: [
              '가장 크게 잇는 것은 {strongestBond}, 가장 크게 부딪치는 것은 {strongestFriction}입니다.',
              '가장 크게 잇는 것은 {strongestBond}입니다.',
              '가장 크게 부딪치는 것은 {strongestFriction}입니다.',
            ],
            en: [
              'The strongest tie is {strongestBond}; the strongest rub is {strongestFriction}.',
              'The strongest tie is {strongestBond}.',
              'The strongest rub is {strongestFriction}.',
            ],
          },
        },
        {
          rank: 0,
          say: {
            ko: [
              '태어난 시각을 모르는 {uncertainName}의 일주는 {uncertainPillars} 가운데 하나이므로, 일간과 일주에 기댄 풀이는 잠정적입니다.',
            ],
            en: [
              'Without the time of birth, the day pillar of {uncertainName} is one of {uncertainPillars}, so what rests on the day master and day pillar is provisional.',
            ],
          },
        },
        {
          rank: 0,
          say: {
            ko: [
              '{firstName}의 일간은 {firstMaster}, {secondName}의 일간은 {secondMaster}입니다.',
              '두 사주를 나란히 놓으면 {firstName}의 일간은 {firstMaster}, {secondName}의 일간은 {secondMaster}입니다.',
            ],
            en: [
              '{FirstName} has the day master {firstMaster}; {secondName} has {secondMaster}.',
              'Side by side, the day master of {firstName} is {firstMaster} and that of {secondName} is {secondMaster}.',
            ],
          },
        },
        {
          rank: 0,
          unless: 'firstMaster',
          say: {
            ko: [
              '{firstName}의 차트에는 {firstLights}{이/가}, {secondName}의 차트에는 {secondLights}{이/가} 있습니다.',
            ],
            en: ['{FirstName} has {firstLights}; {secondName} has {secondLights}.'],
          },
        },
        {
          rank: 1,
          say: {
            ko: [
              '십성으로 보면 {firstName}에게 {secondName}{은/는} {secondToFirst}, {secondName}에게 {firstName}{은/는} {firstToSecond}입니다.',
            ],
            en: [
              'As ten gods, {secondName} is {secondToFirst} to {firstName}, and {firstName} is {firstToSecond} to {secondName}.',
            ],
          },
        },
      ],
      [
        {
          each: 'dayMasterBond',
          most: 1,
          rank: 0.5,
          keepLead: true,
          draw: { take: 'part', retrievers: ['domain'], units: 2 },
          leads: {
            next: {
              ko: [
                '두 일간 {oneMaster}{과/와} {otherMaster}{은/는} 오행이 같습니다.',
                '{feeder}의 {feederMaster}{이/가} {fed}의 {fedMaster}{을/를} 낳는 상생의 사이입니다.',
                '{ruler}의 {rulerMaster}{이/가} {ruled}의 {ruledMaster}{을/를} 다스리는 상극의 사이입니다.',
              ],
              en: [
                'The day masters {oneMaster} and {otherMaster} share one element.',
                '{FeederMaster} of {feeder} feeds {fedMaster} of {fed}.',
                '{RulerMaster} of {ruler} controls {ruledMaster} of {ruled}.',
              ],
            },
          },
        },
      ],
      [
        {
          each: 'bonds',
          most: 3,
          rank: 1,
          draw: { take: 'core', retrievers: ['domain', 'graph'] },
          leads: {
            next: {
              ko: [
                '{one}{과/와} {other}{이/가} {relation}{을/를} 이룹니다.',
                '{one}{은/는} {other}{과/와} {relation}의 관계입니다.',
              ],
              en: ['{One} and {other} stand in {relation}.', '{One} meets {other} in {relation}.'],
            },
          },
        },
        {
          rank: 2,
          needs: 'quiet',
          say: {
            ko: ['두 사주의 글자 사이에는 뚜렷한 합이 보이지 않습니다.'],
            en: ['Between the characters of the two charts there is no combination.'],
          },
        },
      ],
      [
        {
          each: 'gifts',
          most: 2,
          rank: 1.5,
          keepLead: true,
          draw: { take: 'part', retrievers: ['domain'] },
          leads: {
            next: {
              ko: ['{receiver}의 사주에 없는 {element} 기운이 {giver}의 사주에는 {times} 있습니다.'],
              en: ['{Receiver} has no {element}; the chart of {giver} has it {times}.'],
            },
          },
        },
        {
          each: 'easyAspects',
          most: 2,
          rank: 1.7,
          draw: { take: 'core', retrievers: ['domain', 'graph'] },
          leads: {
            next: {
              ko: [
                '별자리로는 {point}{과/와} {otherPoint}{이/가} {aspect}{을/를} 이룹니다.',
                '{point}{은/는} {otherPoint}{과/와} {aspect}{으로/로} 이어집니다.',
              ],
              en: [
                'In the sky, {point} makes {aspect} to {otherPoint}.',
                '{Point} is joined to {otherPoint} by {aspect}.',
              ],
            },
          },
        },
      ],
    ],
    nothing: {
      ko: ['두 차트가 어울리는 점을 풀어 쓴 글은 아직 찾지 못했습니다. 위에 적은 관계는 계산된 값입니다.'],
      en: ['No text on what joins these charts has been found yet. The relations given above are computed.'],
    },
  },
});
