import type { Locale } from '@app/text';
import type { Support } from './day-support.js';

type Words = Readonly<Record<Locale, string>>;

interface Topic {
  readonly pattern: RegExp;
  readonly name: Words;
  /** One practical consequence for each kind of day. */
  readonly advice: Readonly<Record<Support, Words>>;
}

const REQUEST: Topic = {
  pattern: /연봉|인상|승진|부탁|요청|상사에게|\b(?:raise|promotion|favou?r|request|ask (?:my|for|the))\b/iu,
  name: { ko: '부탁을 꺼내기', en: 'making a request' },
  advice: {
    favourable: {
      ko: '바라는 것을 숫자 하나로 분명하게 말하시기 바랍니다.',
      en: 'State what you want in one clear figure.',
    },
    mixed: {
      ko: '이야기를 나눌 자리만 먼저 잡고 근거를 준비하시기 바랍니다.',
      en: 'Arrange the talk first and prepare your reasons.',
    },
    demanding: {
      ko: '급하지 않다면 하루 이틀 미루고, 꼭 오늘이라면 근거를 적어 가시기 바랍니다.',
      en: 'If it can wait, choose another day; if not, bring your reasons in writing.',
    },
  },
};

const CONTRACT: Topic = {
  pattern: /계약|서명|매매|구매|투자|돈|\b(?:contract|sign|deal|buy|sell|money|purchase)\b/iu,
  name: { ko: '계약이나 돈 문제', en: 'contracts and money' },
  advice: {
    favourable: {
      ko: '준비된 조건이라면 마무리 이야기를 꺼내도 좋습니다.',
      en: 'If the terms are ready, move towards closing.',
    },
    mixed: {
      ko: '조건을 조율하되 서명은 다시 읽어 본 뒤에 하시기 바랍니다.',
      en: 'Negotiate the terms, and sign only after a second reading.',
    },
    demanding: {
      ko: '서명보다 조건을 점검하는 데 쓰시기 바랍니다.',
      en: 'Use it to check the terms rather than to sign.',
    },
  },
};

const DATE: Topic = {
  pattern: /데이트|소개팅|고백|연애|연인|\b(?:date|dating|love|girlfriend|boyfriend|crush)\b/iu,
  name: { ko: '만남', en: 'meeting someone' },
  advice: {
    favourable: {
      ko: '마음에 든 점을 그 자리에서 말해 보시기 바랍니다.',
      en: 'Say what you like while you are together.',
    },
    mixed: {
      ko: '짧고 편한 자리로 잡고 서두르지 마시기 바랍니다.',
      en: 'Keep it short and easy, without hurrying.',
    },
    demanding: {
      ko: '기대를 낮추고 상대의 이야기를 먼저 들으시기 바랍니다.',
      en: 'Expect little and listen first.',
    },
  },
};

const WORK: Topic = {
  pattern: /면접|직장|회사|업무|발표|시험|회의|이직|\b(?:interview|job|work|office|presentation|exam|meeting)\b/iu,
  name: { ko: '일과 면접', en: 'work and interviews' },
  advice: {
    favourable: {
      ko: '준비한 것을 먼저 꺼내어 말하시기 바랍니다.',
      en: 'Bring up first what you have prepared.',
    },
    mixed: {
      ko: '잘 아는 이야기부터 시작하고 모르는 것은 짧게 답하시기 바랍니다.',
      en: 'Begin with what you know well, and keep other answers short.',
    },
    demanding: {
      ko: '일찍 도착하고 답은 한 박자 늦추어 짧게 하시기 바랍니다.',
      en: 'Arrive early, and answer briefly after a pause.',
    },
  },
};

const GENERAL: Topic = {
  pattern: /(?:)/u,
  name: { ko: '하려는 일', en: 'what you plan' },
  advice: {
    favourable: { ko: '미루던 일 하나를 시작하기 좋습니다.', en: 'Begin one thing that you have put off.' },
    mixed: {
      ko: '중요한 일 하나만 정해서 하시기 바랍니다.',
      en: 'Choose one important task and leave the rest.',
    },
    demanding: {
      ko: '새로 벌이기보다 하던 일을 마무리하시기 바랍니다.',
      en: 'Finish what is under way rather than starting anew.',
    },
  },
};

/** The first that matches decides: a raise is a request before it is a matter of work. */
const TOPICS = [REQUEST, CONTRACT, DATE, WORK];

const SUPPORT: Readonly<Record<Support, Readonly<Record<Locale, (topic: string) => string>>>> = {
  favourable: {
    ko: (topic) => `${topic}에 힘이 되는 날입니다.`,
    en: (topic) => `the day supports ${topic}.`,
  },
  mixed: {
    ko: (topic) => `${topic}에 돕는 기운과 부담이 함께 있는 날입니다.`,
    en: (topic) => `for ${topic}, help and strain come together on this day.`,
  },
  demanding: {
    ko: (topic) => `${topic}에 공이 더 드는 날입니다.`,
    en: (topic) => `the day asks more effort of you for ${topic}.`,
  },
};

/** Whether the day supports the person, and one consequence for the topic of the question. */
export function dayVerdict(support: Support, question: string, locale: Locale): string {
  const { name, advice } = TOPICS.find(({ pattern }) => pattern.test(question)) ?? GENERAL;
  return `${SUPPORT[support][locale](name[locale])} ${advice[support][locale]}`;
}

/** Whether the question is about a week. */
export const asksForWeek = (question: string): boolean =>
  /이번 ?주|한 ?주|다음 ?주|\b(?:this|next) week\b/iu.test(question);
