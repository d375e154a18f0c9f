export interface Position {
  readonly ko: string;
  readonly en: string;
}

export interface Spread {
  readonly names: { readonly ko: string; readonly en: string };
  /** Positions in the order in which the cards are laid. */
  readonly positions: readonly Position[];
}

const position = (ko: string, en: string): Position => ({ ko, en });

/** Id of a position: its English name in lower case, joined by hyphens. */
export const positionSlug = ({ en }: Position): string => en.toLowerCase().replaceAll(/[^a-z]+/g, '-');

/** Orders of laying the Celtic cross around its first two cards. */
export const CELTIC_CROSS_ORDERS = ['modern', 'waite'] as const;
export type CelticCrossOrder = (typeof CELTIC_CROSS_ORDERS)[number];

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

const FOUNDATION = position('바탕', 'The foundation');
const PAST = position('지나온 일', 'The recent past');
const AIM = position('바라는 것', 'The aim');
const FUTURE = position('가까운 앞날', 'The near future');

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
      FOUNDATION,
      PAST,
      AIM,
      FUTURE,
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
  situation: {
    names: { ko: '상황·행동·결과', en: 'Situation, action, outcome' },
    positions: [
      position('상황', 'The situation'),
      position('해 볼 행동', 'What to do'),
      position('따라올 결과', 'What may follow'),
    ],
  },
  'mind-body-spirit': {
    names: { ko: '몸·마음·영혼', en: 'Mind, body, spirit' },
    positions: [position('마음', 'Mind'), position('몸', 'Body'), position('영혼', 'Spirit')],
  },
  choice: {
    names: { ko: '양자택일', en: 'Two ways' },
    positions: [
      position('지금 서 있는 곳', 'Where you stand'),
      position('첫째 길', 'The first way'),
      position('첫째 길이 이르는 곳', 'Where the first way leads'),
      position('둘째 길', 'The second way'),
      position('둘째 길이 이르는 곳', 'Where the second way leads'),
    ],
  },
  cross: {
    names: { ko: '다섯 장 십자', en: 'Five-card cross' },
    positions: [
      position('현재', 'The present'),
      position('과거', 'The past'),
      position('미래', 'The future'),
      position('까닭', 'The reason'),
      position('가능성', 'The potential'),
    ],
  },
  horseshoe: {
    names: { ko: '말발굽', en: 'Horseshoe' },
    positions: [
      position('과거', 'The past'),
      position('현재', 'The present'),
      position('숨은 영향', 'Hidden influences'),
      position('나의 태도', 'Your attitude'),
      position('주변 사람들', 'The people around you'),
      position('넘어야 할 것', 'The obstacle'),
      position('나아가는 방향', 'Where it leads'),
    ],
  },
  week: {
    names: { ko: '한 주 스프레드', en: 'The week' },
    positions: [
      position('월요일', 'Monday'),
      position('화요일', 'Tuesday'),
      position('수요일', 'Wednesday'),
      position('목요일', 'Thursday'),
      position('금요일', 'Friday'),
      position('토요일', 'Saturday'),
      position('일요일', 'Sunday'),
    ],
  },
} as const satisfies Record<string, Spread>;

export type SpreadId = keyof typeof SPREADS;
export const SPREAD_IDS = Object.keys(SPREADS) as [SpreadId, ...SpreadId[]];

/**
 * The positions of a spread in the order of laying. For the Celtic cross, A. E. Waite (The Pictorial Key to the Tarot,
 * III.7) lays the crown before the base, then the cards behind and before; many later books begin with the base.
 */
export function positionsOf(spread: SpreadId, order: CelticCrossOrder): readonly Position[] {
  const { positions } = SPREADS[spread];
  if (spread !== 'celtic-cross' || order === 'modern') return positions;
  return [...positions.slice(0, 2), AIM, FOUNDATION, PAST, FUTURE, ...positions.slice(6)];
}
