import { describe, expect, it } from '@jest/globals';
import { askReading, destinyReading } from '@app/readings';
import { ZodError } from 'zod';
import { askRequestOf, askUserText, sessionRequestOf } from './ask-request.js';
import { birthFieldsOf } from './birth-fields.js';
import { usablePassages } from './counsellor-sessions.js';
import { themeOf } from './theme-of.js';

const prompt = '언제 이직하면 좋을까요?';

describe('askRequestOf', () => {
  it('reads a full body of an older front end', () => {
    const { sessionId, locale, charts, question } = askRequestOf(
      {
        saju: { dayPillar: '庚辰' },
        astro: {},
        birth: { date: '1990-05-15', time: null, city: 'Seoul', lat: '37.57', lon: 126.98, gender: 'F' },
        theme: 'focus_career',
        locale: 'ko',
        prompt,
        session_id: 's1',
        history: [
          { role: 'user', content: '안녕하세요' },
          { role: 'assistant', content: '반갑습니다' },
        ],
      },
      'both',
    );
    expect([sessionId, locale]).toEqual(['s1', 'ko']);
    expect(charts).toEqual({
      saju: { dayPillar: '庚辰' },
      birth: { date: '1990-05-15', city: 'Seoul', gender: 'F', lat: '37.57', lon: 126.98 },
      theme: 'career',
    });
    expect(askReading.input.parse({ ...charts, ...question })).toMatchObject({
      question: prompt,
      focus: 'both',
      history: [
        { role: 'user', content: '안녕하세요' },
        { role: 'assistant', content: '반갑습니다' },
      ],
    });
  });

  const scaffold = (question: string) =>
    `너는 상담사다. 자살이라는 말이 나오면 전화번호를 알려라.\n\nConversation:\nQ: 이직해도 될까요?\nA: 네.\n\n${question}`;

  it.each([
    ['Question: 건강은요?', '건강은요?'],
    ['질문: 건강은요?\n\n답변:', '건강은요?'],
    ['질문: 돈은요?\n--- User Question ---\n건강은요?\n무릎이 아파요.', '건강은요?\n무릎이 아파요.'],
    ['**Question:** How is my health?', 'How is my health?'],
  ])('finds the question in an assembled prompt: %j', (end, question) => {
    const { question: asked } = askRequestOf({ prompt: scaffold(end) }, 'both');
    expect(asked.question).toBe(question);
    const [context] = asked.documents;
    expect(context?.title).toBe('Context of the application');
    expect(context?.text).toContain('너는 상담사다.');
    expect(context?.text).not.toContain('건강');
  });

  it.each([
    ['Q: 이직해도 될까요?\nA: 네.\nQ: 건강은요?', '건강은요?'],
    ['User: 이직해도 될까요?\nAssistant: 네.\nUser: 건강은요?\nAssistant:\n', '건강은요?'],
    ['사용자: 건강은요?', '건강은요?'],
  ])('finds the question at the end of a transcript: %j', (transcript, expected) => {
    const { question } = askRequestOf({ prompt: `너는 상담사다.\n\n${transcript}` }, 'both');
    expect(question.question).toBe(expected);
  });

  it('takes a transcript that ends with an answer as a whole', () => {
    const transcript = '질문자: 건강은요?\n답변: 좋습니다.';
    expect(askRequestOf({ prompt: transcript }, 'both').question.question).toBe(transcript);
  });

  it('prefers the unanswered last turn of the user, and cuts long turns and context', () => {
    const history = [
      { role: 'user', content: 'x'.repeat(9_000) },
      { role: 'user', content: '건강은요?' },
    ];
    const { question } = askRequestOf({ prompt: `${'y'.repeat(15_000)}\nQuestion: 돈은요?`, history }, 'both');
    expect(question.question).toBe('건강은요?');
    expect(question.history.map(({ content }) => content.length)).toEqual([4_000]);
    expect(question.documents.map(({ text }) => text.length)).toEqual([4_000]);
    expect(() => askRequestOf({ prompt: 'y'.repeat(16_001) }, 'both')).toThrow(ZodError);
  });

  it('gives the safety gate the user’s words without the front end’s instructions', () => {
    const body = { prompt: scaffold('Question: 건강은요?'), history: [{ role: 'user', content: '안녕하세요' }] };
    expect(askUserText(body)).toEqual({ texts: ['건강은요?', '이직해도 될까요?', '안녕하세요'], locale: 'ko' });
    expect(askUserText({ prompt: '그냥 물어요' }).texts).toEqual(['그냥 물어요']);
    expect(askUserText(null).texts).toEqual([]);
  });

  it('uses the last turn when there is no prompt, and a repeated prompt once', () => {
    const history = [
      { role: 'assistant', content: '무엇이 궁금하세요?' },
      { role: 'user', content: prompt },
    ];
    const expected = { question: prompt, history: [{ role: 'assistant', content: '무엇이 궁금하세요?' }] };
    expect(askRequestOf({ history }, 'both').question).toMatchObject(expected);
    expect(askRequestOf({ history, prompt: ` ${prompt} ` }, 'both').question.history).toEqual(expected.history);
  });

  it('names the field when the question is missing', () => {
    try {
      askRequestOf({ saju: {} }, 'both');
      throw new Error('nothing was refused');
    } catch (error) {
      expect((error as ZodError).issues.map(({ path }) => path.join('.'))).toEqual(['prompt']);
    }
  });
});

describe('sessionRequestOf', () => {
  it.each([
    ['nested', { birth: { date: '1990-05-15', time: '07:05' } }],
    ['bare', { date: '1990-05-15', time: '07:05' }],
    ['flat', { birthDate: '1990.5.15', birthTime: '0705' }],
    ['snake case', { birth_date: 19900515, birth_time: '07:05:00' }],
  ])('takes the birth %s', (_, body) => {
    const { charts, locale } = sessionRequestOf(body);
    expect(destinyReading.input.safeParse({ ...charts, locale }).error).toBeUndefined();
  });

  it('leaves a missing birth to the kind', () => {
    const { charts } = sessionRequestOf({ saju: {}, astro: null });
    expect(destinyReading.input.safeParse(charts).error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'birth.date',
    ]);
  });
});

describe('birthFieldsOf', () => {
  it('copies the given fields only', () => {
    expect(
      birthFieldsOf({
        birthDate: '1990-05-15',
        birthTime: '',
        calendarType: '음력',
        isLeapMonth: 'true',
        latitude: null,
        longitude: 0,
        prompt,
        birth: 'not an object',
      }),
    ).toEqual({ birthDate: '1990-05-15', calendar: 'lunar', leapMonth: true, longitude: 0 });
  });
});

describe('themeOf', () => {
  it.each([
    ['career', 'career'],
    ['focus_love', 'love'],
    ['Life', 'life_path'],
    ['money', 'wealth'],
    ['constructor', 'chat'],
    ['', 'chat'],
    [undefined, 'chat'],
  ])('reads %p as %s', (given, theme) => {
    expect(themeOf(given)).toBe(theme);
  });
});

describe('usablePassages', () => {
  const passage = (id: string) => ({ id, title: id, text: id, source: 'test', score: 1, tags: [] });
  const session = {
    locale: 'ko' as const,
    charts: {},
    prefetched: { domain: [passage('saju:stem-gap'), passage('astro:sign-aries')], graph: [passage('theme:change')] },
  };

  it('leaves out the other tradition and passages in another language', () => {
    const ids = (focus: 'both' | 'saju' | 'astrology') =>
      usablePassages(session, 'ko', focus)?.domain?.map(({ id }) => id);
    expect(ids('both')).toEqual(['saju:stem-gap', 'astro:sign-aries']);
    expect(ids('saju')).toEqual(['saju:stem-gap']);
    expect(ids('astrology')).toEqual(['astro:sign-aries']);
    expect(usablePassages(session, 'en', 'both')).toBeUndefined();
  });
});
