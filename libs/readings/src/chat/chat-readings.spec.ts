import { describe, expect, it } from '@jest/globals';
import type { LinkedEntity } from '@app/rag';
import { ownParts, promptsOf } from '../testing/prompts-of.js';
import { dreamChatReading } from './dream-chat.reading.js';
import { tarotChatReading } from './tarot-chat.reading.js';
import { SceneReader } from '../dream/scene/scene-reader.js';

const SNAKE: LinkedEntity = {
  id: 'dream:snake',
  titles: { ko: '뱀', en: 'Snake' },
  mention: '뱀',
  spans: [{ start: 0, end: 1, name: '뱀' }],
};
const linker = { named: () => undefined, link: (text: string) => (text.includes('뱀') ? [SNAKE] : []) };

const TALK = [
  { role: 'user', content: '뱀 꿈을 꾸었어요.' },
  { role: 'assistant', content: '뱀은 변화를 뜻하기도 합니다.' },
  { role: 'user', content: '왜 무섭지 않았을까요?' },
];

describe('a conversation about a dream', () => {
  const plan = (body: Record<string, unknown>) =>
    dreamChatReading.plan(dreamChatReading.input.parse(body), { linker, scenes: new SceneReader([]) });

  it('asks the last message and passes the dream and the history as the user’s text', () => {
    expect(plan({ messages: TALK, dream: '뱀이 방에 있었어요.', emotions: ['평온'] })).toMatchObject({
      question: '왜 무섭지 않았을까요?',
      history: [
        { speaker: 'person', text: '뱀 꿈을 꾸었어요.' },
        { speaker: 'reader', text: '뱀은 변화를 뜻하기도 합니다.' },
      ],
      details: ['제 꿈: 뱀이 방에 있었어요.', '느낀 감정: 평온'],
      entities: [{ id: 'dream:snake' }],
      searchText: '왜 무섭지 않았을까요?',
    });
  });

  it('answers the user’s last message even when an assistant turn follows', () => {
    const messages = [...TALK, { role: 'assistant', content: '편안하셨군요.' }];
    expect(plan({ messages }).question).toBe('왜 무섭지 않았을까요?');
  });

  it('does not suggest the current question', () => {
    const [followup = ''] = plan({ messages: TALK, dream: '뱀' }).followups;
    expect(plan({ messages: [{ role: 'user', content: followup }], dream: '뱀' }).followups).not.toContain(followup);
  });

  it.each([
    [{ messages: [] }, 'messages'],
    [{ messages: [{ role: 'assistant', content: 'x' }] }, 'messages'],
    [{ messages: [{ role: 'system', content: 'x' }] }, 'messages.0.role'],
    [{ messages: [{ role: 'user', content: '' }] }, 'messages.0.content'],
  ])('refuses %j and names the field', (body, field) => {
    const paths = dreamChatReading.input.safeParse(body).error?.issues.map(({ path }) => path.join('.'));
    expect(paths?.[0]).toBe(field);
  });

  it.each(['ko', 'en'])('has a prompt (%s)', (locale) => {
    const body = { messages: TALK, dream: '뱀이 방에 있었어요.', locale };
    expect(ownParts(promptsOf(dreamChatReading, body, { linker }))).toMatchSnapshot();
  });
});

describe('a conversation about cards', () => {
  const plan = (body: Record<string, unknown>) =>
    tarotChatReading.plan(tarotChatReading.input.parse(body), { linker, scenes: new SceneReader([]) });

  it('finds the cards and skips unknown names', () => {
    const cards = [{ name: 'The Fool' }, { name: '용의 카드' }, { name: '컵 2', reversed: true }];
    expect(plan({ messages: TALK, cards, locale: 'en' })).toMatchObject({
      facts: {
        cards: [
          { id: 'tarot:the-fool', name: 'The Fool', reversed: false },
          { id: 'tarot:two-of-cups', name: 'Two of Cups', reversed: true },
        ],
      },
      entities: [
        { id: 'tarot:the-fool', facets: ['upright'] },
        { id: 'tarot:two-of-cups', facets: ['reversed'] },
      ],
      question: '왜 무섭지 않았을까요?',
    });
  });

  it('works without cards', () => {
    expect(plan({ messages: TALK }).followups).toHaveLength(3);
  });

  it.each(['ko', 'en'])('has a prompt (%s)', (locale) => {
    const documents = [{ title: '자리 1', text: '바보: 새 출발' }];
    const body = { messages: TALK, cards: [{ name: '바보' }], documents, locale };
    expect(ownParts(promptsOf(tarotChatReading, body))).toMatchSnapshot();
  });
});
