import { describe, expect, it } from '@jest/globals';
import { ReadingInputError } from '@app/divination';
import { dreamReading, ichingReading } from '@app/readings';
import { ZodError } from 'zod';
import { dreamChatInputOf, tarotChatInputOf } from './chat-requests.js';
import { dreamInputOf } from './dream-request.js';
import { ichingInputOf } from './iching-request.js';

function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof ReadingInputError) return error.field;
    if (error instanceof ZodError) return error.issues.map(({ path }) => path.join('.')).join();
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('dreamInputOf', () => {
  it('reads a full body of an older front end', () => {
    const input = dreamInputOf({
      dream: '뱀이 나왔어요',
      symbols: ['뱀'],
      emotions: null,
      themes: 'chase, change',
      context: [],
      locale: 'ko',
      koreanTypes: ['태몽'],
      koreanLucky: ['용꿈', '돼지꿈'],
      chinese: null,
      western: [],
      birth: { date: '1990-01-01', time: null },
    });
    expect(dreamReading.input.parse(input)).toEqual({
      dream: '뱀이 나왔어요',
      symbols: ['뱀'],
      themes: ['chase', 'change'],
      context: [],
      locale: 'ko',
      documents: [
        { title: 'Korean dream types', text: '태몽' },
        { title: 'Korean omens', text: '용꿈, 돼지꿈' },
        { title: 'Birth of the dreamer', text: 'date: 1990-01-01' },
      ],
    });
  });

  it('leaves a missing dream to the kind', () => {
    expect(refusal(() => dreamReading.input.parse(dreamInputOf({})))).toBe('dream');
    expect(refusal(() => dreamInputOf({ dream: {} }))).toBe('dream');
  });
});

describe('ichingInputOf', () => {
  const linesOf = (body: Record<string, unknown>) => ichingInputOf(body)['lines'];

  it('reads the hexagram that was cast, with the texts as documents', () => {
    const input = ichingInputOf({
      hexagramNumber: '11',
      hexagramName: '지천태',
      hexagramSymbol: '䷊',
      judgment: '작은 것이 가고 큰 것이 옵니다.',
      image: '하늘과 땅이 어우러집니다.',
      coreMeaning: null,
      changingLines: [{ index: 0, text: '띠풀을 뽑습니다.' }],
      resultingHexagram: { number: 46, name: '지풍승', judgment: '크게 통합니다.' },
      question: '이직해도 될까요?',
      locale: 'ko',
      themes: { career: '길합니다' },
    });
    expect(ichingReading.input.parse(input)).toMatchObject({
      lines: [9, 7, 7, 8, 8, 8],
      resulting: 46,
      lineTexts: [{ line: 1, text: '띠풀을 뽑습니다.' }],
      question: '이직해도 될까요?',
      documents: [
        { title: 'Judgement', text: '작은 것이 가고 큰 것이 옵니다.' },
        { title: 'Image', text: '하늘과 땅이 어우러집니다.' },
        { title: 'Judgement of the resulting hexagram', text: '크게 통합니다.' },
        { title: 'Themes', text: 'career: 길합니다' },
      ],
    });
  });

  it.each([
    ['a number', { hexagramNumber: 11 }],
    ['a symbol', { hexagramSymbol: '䷊' }],
    ['a name', { hexagramName: 'Peaceful Exchange' }],
    ['a name besides a strange symbol', { hexagramSymbol: '?', hexagramName: '지천태' }],
  ])('knows it by %s', (_, body) => {
    expect(linesOf(body)).toEqual([7, 7, 7, 8, 8, 8]);
  });

  it('leaves the cast to the kind when no hexagram is named', () => {
    expect(linesOf({ question: '?' })).toBeUndefined();
  });

  it('counts bare numbers from 1', () => {
    expect(linesOf({ hexagramNumber: 11, changingLines: [2, '5'] })).toEqual([7, 9, 7, 8, 6, 8]);
  });

  it('takes the number of a line from its text, and shifts the other indexes as much', () => {
    const changingLines = [{ index: 2, text: '육삼: 가면 흉하다.' }, { index: 4 }];
    expect(linesOf({ hexagramNumber: 64, changingLines })).toEqual([8, 7, 6, 7, 6, 7]);
    const fromOne = [{ index: 3, text: '六三 未濟' }, { index: 5 }];
    expect(linesOf({ hexagramNumber: 64, changingLines: fromOne })).toEqual([8, 7, 6, 7, 6, 7]);
  });

  it('keeps a resulting hexagram that the lines do not lead to', () => {
    const changingLines = [{ index: 2, text: '육삼: 가면 흉하다.' }];
    const input = ichingInputOf({ hexagramNumber: 64, changingLines, resultingHexagram: { number: 4 } });
    expect(input).toMatchObject({ lines: [8, 7, 6, 7, 8, 7], resulting: 4 });
    expect(ichingInputOf({ hexagramNumber: 64, resultingHexagram: { name: '산수몽' } })).toMatchObject({
      resulting: 4,
    });
  });

  it('counts indexes from 0 unless a 6 or the resulting hexagram says otherwise', () => {
    expect(linesOf({ hexagramNumber: 11, changingLines: [{ index: 1 }] })).toEqual([7, 9, 7, 8, 8, 8]);
    expect(linesOf({ hexagramNumber: 11, changingLines: [{ index: 1 }, { index: 6 }] })).toEqual([9, 7, 7, 8, 8, 6]);
    expect(linesOf({ hexagramNumber: 11, changingLines: [{ index: 0 }, { index: 4 }] })).toEqual([9, 7, 7, 8, 6, 8]);
    expect(linesOf({ hexagramNumber: 11, changingLines: [{ index: 4 }], resultingHexagram: { number: 5 } })).toEqual([
      7, 7, 7, 8, 6, 8,
    ]);
    expect(linesOf({ hexagramNumber: 11, changingLines: [{ index: 4 }], resultingHexagram: { number: 34 } })).toEqual([
      7, 7, 7, 6, 8, 8,
    ]);
  });

  it('derives the lines from the resulting hexagram when they are absent', () => {
    expect(linesOf({ hexagramNumber: 11, resultingHexagram: { number: 12 } })).toEqual([9, 9, 9, 6, 6, 6]);
    expect(linesOf({ hexagramNumber: 11, resultingHexagram: null })).toEqual([7, 7, 7, 8, 8, 8]);
  });

  it.each([
    [{ hexagramNumber: 65 }, 'hexagramNumber'],
    [{ hexagramNumber: 0 }, 'hexagramNumber'],
    [{ hexagramNumber: 'eleven' }, 'hexagramNumber'],
    [{ hexagramName: '없는괘' }, 'hexagramName'],
    [{ hexagramNumber: 11, changingLines: [{ index: 7 }] }, 'changingLines.0.index'],
    [{ hexagramNumber: 11, changingLines: [{ text: 'x' }] }, 'changingLines.0.index'],
    [{ hexagramNumber: 11, changingLines: [{ index: 0 }, { index: 6 }] }, 'changingLines.1.index'],
    [{ hexagramNumber: 11, changingLines: 'all' }, 'changingLines'],
  ])('refuses %j and names the field', (body, field) => {
    expect(refusal(() => ichingInputOf(body))).toBe(field);
  });
});

describe('inputs of chats', () => {
  it('split the dream’s context into the user’s words, choices and documents', () => {
    expect(
      dreamChatInputOf({
        messages: [
          { role: 'system', content: 'x' },
          { role: 'user', content: '왜요?' },
        ],
        dream_context: {
          dream_text: '뱀이 나왔어요',
          symbols: [{ symbol: '뱀', meaning: '변화' }],
          summary: '변화의 꿈',
          recommendations: ['산책', '일기'],
          saju: { dayMaster: '甲' },
        },
        language: 'ko',
      }),
    ).toMatchObject({
      messages: [{ role: 'user', content: '왜요?' }],
      dream: '뱀이 나왔어요',
      symbols: ['뱀'],
      documents: [
        { title: 'Summary', text: '변화의 꿈' },
        { title: 'Recommendations', text: '산책, 일기' },
        { title: 'Saju', text: 'dayMaster: 甲' },
      ],
    });
  });

  it('read the cards in their positions with the client’s meanings', () => {
    expect(
      tarotChatInputOf({
        messages: [{ role: 'user', content: '왜요?' }],
        context: {
          spread_title: '세 장',
          cards: [
            { position: '과거', name: 'The Fool', is_reversed: true, meaning: '새 출발' },
            { position: '현재', name: '별' },
          ],
          overall_message: '좋은 흐름',
        },
        counselor_id: 'sage',
        language: 'en',
      }),
    ).toMatchObject({
      locale: 'en',
      persona: 'sage',
      cards: [{ name: 'The Fool', reversed: true }, { name: '별' }],
      documents: [
        { title: 'Spread', text: '세 장' },
        { title: 'Card 1', text: '과거 The Fool (reversed) 새 출발' },
        { title: 'Card 2', text: '현재 별' },
        { title: 'Overall message', text: '좋은 흐름' },
      ],
    });
  });

  it('keep the newest messages of a long conversation', () => {
    const messages = Array.from({ length: 300 }, (_, at) => ({ role: 'user', content: `${at}` }));
    const kept = dreamChatInputOf({ messages })['messages'] as readonly { content: string }[];
    expect([kept.length, kept.at(-1)?.content]).toEqual([50, '299']);
  });

  it.each([
    [{ messages: 7 }, 'messages'],
    [{ messages: [{ role: 'user', content: 'x'.repeat(4_001) }] }, 'messages.0.content'],
  ])('refuse %# and name the field', (body, field) => {
    expect(refusal(() => dreamChatInputOf(body))).toBe(field);
    expect(refusal(() => tarotChatInputOf(body))).toBe(field);
  });
});
