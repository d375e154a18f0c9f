import type { Locale } from '@app/text';

type Body = Readonly<Record<string, unknown>>;

const BIRTH = { date: '1990-05-15', time: '07:05', city: 'Seoul', gender: 'female' };

const DREAM = {
  ko: '큰 뱀이 마당으로 들어와 항아리를 감고 있었어요. 이상하게 무섭지 않고 반가웠어요.',
  en: 'A great snake came into the yard and coiled around a jar. Strangely I was glad, not afraid.',
};
const QUESTION = { ko: '지금 이직해도 될까요?', en: 'Should I change my job now?' };
const TALK = {
  ko: [
    { role: 'user', content: '이 이야기를 더 듣고 싶어요.' },
    { role: 'assistant', content: '어느 장면이 가장 마음에 남으셨습니까?' },
    { role: 'user', content: '끝이 왜 그렇게 편안했을까요?' },
  ],
  en: [
    { role: 'user', content: 'I would like to hear more.' },
    { role: 'assistant', content: 'Which scene stays with you most?' },
    { role: 'user', content: 'Why did the end feel so calm?' },
  ],
};

/** A request body for each kind. */
export const exampleBodies = (locale: Locale): Readonly<Record<string, Body>> => ({
  dream: { dream: DREAM[locale] },
  tarot: { question: QUESTION[locale], spread: 'three', seed: 1 },
  iching: { question: QUESTION[locale], lines: [9, 7, 7, 8, 6, 8] },
  destiny: { question: QUESTION[locale], birth: BIRTH },
  compatibility: { first: BIRTH, second: { date: '1988-11-02', time: '21:40', city: 'Busan', gender: 'male' } },
  daily: { birth: BIRTH },
  'dream-chat': { dream: DREAM[locale], messages: TALK[locale] },
  'tarot-chat': { cards: [{ name: 'the-fool' }, { name: 'the-star', reversed: true }], messages: TALK[locale] },
  ask: { question: QUESTION[locale], birth: BIRTH, history: TALK[locale].slice(0, 2) },
});
