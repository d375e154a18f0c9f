export interface Position {
  readonly ko: string;
  readonly en: string;
}

export interface Spread {
  readonly names: { readonly ko: string; readonly en: string };
  /** In the order in which the cards are laid. */
  readonly positions: readonly Position[];
}

const position = (ko: string, en: string): Position => ({ ko, en });

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The spreads by id. */
export const SPREADS = {
  one: {
    names: { ko: '한 장 뽑기', en: 'One card' },
    positions: [position('지금의 핵심', 'The heart of the matter')],
  },
  three: {
    names: { ko: '과거·현재·미래', en: 'Past, present, future' },
    positions: [position('과거', 'Past'), position('현재', 'Present'), position('미래', 'Future')],
  },
  'celtic-cross': {
    names: { ko: '켈틱 크로스', en: 'Celtic Cross' },
    positions: [
      position('현재 상황', 'The present'),
      position('가로막는 것', 'The challenge'),
      position('바탕', 'The foundation'),
      position('지나온 일', 'The recent past'),
      position('바라는 것', 'The aim'),
      position('가까운 앞날', 'The near future'),
      position('나의 태도', 'Your attitude'),
      position('주변 환경', 'Your surroundings'),
      position('희망과 두려움', 'Hopes and fears'),
      position('나아가는 방향', 'Where it leads'),
    ],
  },
  relationship: {
    names: { ko: '관계 스프레드', en: 'Relationship' },
    positions: [
      position('나', 'You'),
      position('상대', 'The other person'),
      position('둘 사이', 'What is between you'),
      position('관계의 힘', 'What holds you together'),
      position('넘어야 할 것', 'What has to be faced'),
      position('나아가는 방향', 'Where it leads'),
    ],
  },
  year: {
    names: { ko: '한 해 스프레드', en: 'The year' },
    positions: [
      ...MONTHS.map((month, at) => position(`${at + 1}월`, month)),
      position('한 해의 주제', 'The theme of the year'),
    ],
  },
} as const satisfies Record<string, Spread>;

export type SpreadId = keyof typeof SPREADS;
export const SPREAD_IDS = Object.keys(SPREADS) as [SpreadId, ...SpreadId[]];
