import type { Locale } from '@app/text';

type Sentence = Readonly<Record<Locale, string>>;

export const STOPPED: Sentence = {
  ko: '답이 중간에 멈추었습니다. 잠시 후 다시 시도해 주시기 바랍니다.',
  en: 'The answer was stopped. Please try again in a moment.',
};

const UNAVAILABLE: Sentence = {
  ko: '지금은 답을 써 드리지 못했습니다. 잠시 후 다시 시도해 주시기 바랍니다.',
  en: 'The answer could not be written right now. Please try again in a moment.',
};

/** For answers declined by the model or its content filter: the same question would fail again. */
const DECLINED: Sentence = {
  ko: '이 내용으로는 답을 쓸 수 없었습니다. 다른 표현으로 다시 물어봐 주시기 바랍니다.',
  en: 'No answer could be written for this text. Please ask again in other words.',
};

const DECLINED_CODES: ReadonlySet<string> = new Set(['llm.filtered', 'llm.refused']);

/** Message that front ends display for a failure code. */
export const failureSentence = (code: string, locale: Locale): string =>
  (DECLINED_CODES.has(code) ? DECLINED : UNAVAILABLE)[locale];
