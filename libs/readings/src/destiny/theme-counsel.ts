import type { Locale } from '@app/text';
import type { Theme } from './theme.js';

type Texts = Readonly<Record<Locale, string>>;
type Strength = 'strong' | 'weak' | 'balanced';

/** What the strength of the day master means for each theme, as the end of a sentence: "for work, …". */
const COUNSEL: Readonly<Record<Exclude<Theme, 'chat'>, Readonly<Record<Strength, Texts>>>> = {
  love: {
    strong: {
      ko: '끌고 가는 힘이 넉넉한 만큼, 상대가 정할 몫을 남겨 둘 때 사랑이 오래갑니다.',
      en: 'there is strength enough to lead, and love lasts when you leave the other person something to decide.',
    },
    weak: {
      ko: '맞추느라 먼저 지치기 쉬우니, 쉬어도 되는 사이인지를 고르는 기준으로 삼는 편이 좋습니다.',
      en: 'you tire early from adapting, so choose by whether you can rest in the other person’s company.',
    },
    balanced: {
      ko: '다가가는 힘과 기다리는 힘이 고르니, 속도를 말로 맞추는 것이 가장 큰 힘이 됩니다.',
      en: 'you can approach and wait equally well, and agreeing on the pace in words helps most.',
    },
  },
  career: {
    strong: {
      ko: '스스로 정하고 밀고 나가는 자리에서 힘이 나며, 정해진 대로만 하는 일에서는 기운이 남아돕니다.',
      en: 'you thrive where you decide and push ahead, and have energy to spare where all is laid down.',
    },
    weak: {
      ko: '혼자 짊어지는 자리보다 배우고 도움받을 사람이 있는 자리에서 실력이 자랍니다.',
      en: 'your skill grows where there are people to learn from rather than where you carry everything alone.',
    },
    balanced: {
      ko: '이끄는 일과 받치는 일을 모두 해낼 수 있으니, 무엇을 맡지 않을지부터 정하는 편이 좋습니다.',
      en: 'you can lead and support alike, so settle first what you will not take on.',
    },
  },
  wealth: {
    strong: {
      ko: '벌여 놓는 힘이 크니, 벌기보다 나가는 길목을 정해 두는 일이 먼저입니다.',
      en: 'you set much going, so fix where money goes out before asking how it comes in.',
    },
    weak: {
      ko: '큰 판보다 꾸준히 들어오는 수입과 작은 저축이 몸에 맞습니다.',
      en: 'steady income and small savings suit you better than a large stake.',
    },
    balanced: {
      ko: '모으는 힘과 쓰는 힘이 고르니, 목적마다 통장을 나누는 것만으로도 흐름이 보입니다.',
      en: 'saving and spending are in balance, and one account for each purpose is enough to see the flow.',
    },
  },
  health: {
    strong: {
      ko: '기운이 안에 고이기 쉬우니, 쉬는 것보다 땀을 내어 흘려보내는 쪽이 몸을 가볍게 합니다.',
      en: 'energy gathers inside, so moving until you sweat lightens you more than lying still.',
    },
    weak: {
      ko: '쓸 수 있는 기운이 정해져 있으니, 일정을 채우기 전에 잠과 끼니를 먼저 적어 두어야 합니다.',
      en: 'your energy has a limit, so sleep and meals must be entered before the appointments are.',
    },
    balanced: {
      ko: '기운의 오르내림이 크지 않으니, 일하는 시간과 쉬는 시간의 경계만 지켜도 회복이 빠릅니다.',
      en: 'your energy is even, and keeping the line between work and rest is enough to recover quickly.',
    },
  },
  family: {
    strong: {
      ko: '집안일을 도맡기 쉬우니, 부탁받지 않은 일 하나를 내려놓는 것이 서로를 편하게 합니다.',
      en: 'you tend to take over, and setting down one thing you were not asked to do eases everyone.',
    },
    weak: {
      ko: '가족의 기분을 먼저 살피느라 지치기 쉬우니, 내 시간의 울타리를 말로 알려야 합니다.',
      en: 'you tire from minding everyone’s mood, so the fence around your own time has to be put into words.',
    },
    balanced: {
      ko: '사이를 잇는 힘이 있으니, 편을 들기보다 서로의 말을 옮겨 주는 자리가 어울립니다.',
      en: 'you can connect people, and passing on what each means suits you better than taking sides.',
    },
  },
  life_path: {
    strong: {
      ko: '받는 것보다 만들어 내는 쪽에서 길이 열리니, 힘을 쏟을 한 가지를 고르는 일이 방향이 됩니다.',
      en: 'the way opens by making rather than receiving, and choosing where to pour your strength is the direction.',
    },
    weak: {
      ko: '넓히기보다 한 우물을 파고 좋은 사람들 곁에 머무를 때 길이 이어집니다.',
      en: 'the way continues by going deep in one place and staying near good people.',
    },
    balanced: {
      ko: '여러 길을 갈 수 있는 만큼, 버릴 것을 정하는 때마다 길이 또렷해집니다.',
      en: 'many ways are open, and the road becomes clear each time you decide what to drop.',
    },
  },
};

/** Themes that a question names, for readings that have no theme. */
const NAMED: readonly (readonly [Exclude<Theme, 'chat'>, RegExp])[] = [
  [
    'love',
    /연애|사랑|결혼|애인|남자친구|여자친구|인연|이별|재회|\b(?:love|marr\w+|relationship|partner|dating|boyfriend|girlfriend)\b/iu,
  ],
  [
    'career',
    /직장|이직|취업|진로|적성|일자리|회사|승진|사업|창업|\b(?:job|career|work|business|promotion|profession)\b/iu,
  ],
  ['wealth', /재물|금전|재테크|저축|월급|(?<![가-힣])돈|\b(?:money|wealth|savings?|finances?|income)\b/iu],
  ['health', /건강|피곤|지치|지쳐|체력|잠을|\b(?:health|tired|exhaust\w+|energy|sleep|well-being)\b/iu],
  ['family', /가족|부모|어머니|아버지|자녀|아이와|형제|\b(?:family|parents?|mother|father|children|siblings?)\b/iu],
  [
    'life_path',
    /인생|방향|앞으로|살아가|해외|외국|이민|유학|이사|\b(?:my life|direction|purpose|path|abroad|overseas|emigrat\w+|moving)\b/iu,
  ],
];

const isTheme = (theme: unknown): theme is Exclude<Theme, 'chat'> =>
  typeof theme === 'string' && Object.hasOwn(COUNSEL, theme);

/** The theme of a reading; of one without a theme, the theme that its question names. */
export const themeOf = (theme: unknown, question: string): Exclude<Theme, 'chat'> | undefined =>
  isTheme(theme) ? theme : NAMED.find(([, pattern]) => pattern.test(question))?.[0];

/** Counsel for a theme by the strength of the day master; empty when either is unknown. */
export function themeCounsel(theme: Exclude<Theme, 'chat'> | undefined, strength: unknown, locale: Locale): string {
  if (!theme || (strength !== 'strong' && strength !== 'weak' && strength !== 'balanced')) return '';
  return COUNSEL[theme][strength][locale];
}

/** How the useful element can be brought into daily life. */
export const REMEDY_HABITS = {
  wood: {
    ko: '아침 산책이나 새로 배우는 일, 곁에 두는 화초',
    en: 'a morning walk, something new to learn, a plant nearby',
  },
  fire: {
    ko: '햇볕을 쬐는 시간과 마음을 표현하는 일, 사람을 만나는 자리',
    en: 'time in the sun, saying what you feel, meeting people',
  },
  earth: { ko: '같은 시각에 먹고 자는 규칙과 정리된 자리', en: 'regular meals and sleep, a tidy place' },
  metal: {
    ko: '분명한 마감과 버릴 것을 가르는 기준, 단정한 차림',
    en: 'clear deadlines, a rule for what to discard, neat clothes',
  },
  water: { ko: '넉넉한 잠과 물가를 걷는 시간, 조용히 적는 기록', en: 'enough sleep, walks by water, quiet notes' },
} as const satisfies Readonly<Record<string, Texts>>;
