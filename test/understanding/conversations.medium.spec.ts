import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { splitSentences } from '@app/text';
import { type ConversationAbout, ConversationComposer, type Message } from './composed-conversation.js';

interface Turn {
  readonly user: string;
  readonly act: string;
  /** Patterns that the answer must match. */
  readonly includes: readonly string[];
  /** Patterns that the answer must not match. */
  readonly excludes: readonly string[];
}

interface LabelledConversation extends ConversationAbout {
  readonly id: string;
  readonly turns: readonly Turn[];
}

const conversations = readFileSync('test/understanding/conversations-tuned.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as LabelledConversation);

/** Shorter sentences, such as an acknowledgement, may be repeated. */
const MIN_LENGTH = 13;
const sentencesOf = (text: string) =>
  splitSentences(text)
    .map((sentence) => sentence.replaceAll(/\[\d+\]/g, '').trim())
    .filter((sentence) => sentence.length >= MIN_LENGTH);

let composer: ConversationComposer;
beforeAll(async () => void (composer = await ConversationComposer.open('knowledge')));
afterAll(() => composer.close());

describe('conversations without a model', () => {
  it('are twelve, with four turns each', () => {
    expect(conversations.map(({ turns }) => turns.length)).toEqual(Array.from({ length: 12 }, () => 4));
  });

  it.each(conversations)('keep what was said and do not restart: $id', (conversation) => {
    const messages: Message[] = [];
    const said = new Set<string>();
    for (const { user, includes, excludes } of conversation.turns) {
      messages.push({ role: 'user', content: user });
      const answer = composer.answer(conversation, messages);
      for (const pattern of includes) expect(answer).toMatch(new RegExp(pattern));
      for (const pattern of excludes) expect(answer).not.toMatch(new RegExp(pattern));
      expect(sentencesOf(answer).filter((sentence) => said.has(sentence))).toEqual([]);
      for (const sentence of sentencesOf(answer)) said.add(sentence);
      messages.push({ role: 'assistant', content: answer });
    }
  });

  it('recall the first of many turns', () => {
    const filler = Array.from({ length: 30 }, (_, n): Message[] => [
      { role: 'user', content: `${n}번째로 바다를 보았어요.` },
      { role: 'assistant', content: `바다 ${n}.` },
    ]).flat();
    const messages: Message[] = [
      { role: 'user', content: '제 고양이 이름은 보리예요.' },
      ...filler,
      { role: 'user', content: '제 고양이 이름이 뭐라고 했죠?' },
    ];
    expect(composer.answer({ kind: 'dream-chat', locale: 'ko', about: {} }, messages)).toContain('보리');
  });
});
