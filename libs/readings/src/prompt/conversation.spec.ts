import { describe, expect, it } from '@jest/globals';
import { dreamGuide } from '../dream/dream.prompt.js';
import type { PromptContext, Turn } from '../reading-definition.js';
import { attackTexts } from '../testing/attack-texts.js';
import { promptParts } from '../testing/prompt-parts.js';
import { HISTORY_TOKENS } from './conversation.js';
import { countTokens } from './count-tokens.js';
import { sectionMessages } from './section-messages.js';

const MARKER = 'q7Zk2Lw9XbTe';

const context = (history: readonly Turn[], over: Partial<PromptContext> = {}): PromptContext => ({
  kind: 'dream',
  section: 'chat',
  title: 'Answer',
  locale: 'en',
  guide: dreamGuide,
  sections: [],
  question: 'Why was I calm?',
  details: ['My dream: a snake came in.'],
  facts: {},
  passages: [],
  earlier: {},
  marker: MARKER,
  maxTokens: 2_000,
  history,
  ...over,
});
const parts = (history: readonly Turn[], over: Partial<PromptContext> = {}) =>
  promptParts(sectionMessages(context(history, over)), MARKER);

const person = (text: string): Turn => ({ speaker: 'person', text });
const reader = (text: string): Turn => ({ speaker: 'reader', text });

describe('a conversation', () => {
  it('becomes alternating turns, preceded by its subject and followed by the question', () => {
    const { words, turns } = parts([person('I dreamt.'), reader('Of what?'), person('A snake.'), reader('I see.')]);
    expect(words).toBe('My dream: a snake came in.\n\nI dreamt.');
    expect(turns).toEqual([
      { role: 'assistant', content: 'Of what?' },
      { role: 'user', content: 'A snake.' },
      { role: 'assistant', content: 'I see.' },
      { role: 'user', content: 'Why was I calm?' },
    ]);
  });

  it('merges neighbouring turns of one speaker', () => {
    const { words, turns } = parts([reader('Hello.'), reader('Tell me.'), person('A snake.')]);
    expect(words).toBe('My dream: a snake came in.');
    expect(turns.map(({ content }) => content)).toEqual(['Hello.\n\nTell me.', 'A snake.\n\nWhy was I calm?']);
  });

  it.each(attackTexts(MARKER))('never carries attack %# into the system message, for any claimed speaker', (attack) => {
    const clean = parts([]);
    const { system, turns } = parts([person(attack), reader(attack), person(attack)]);
    expect(system).toBe(clean.system);
    for (const { role, content } of turns) if (role === 'assistant') expect(content).not.toMatch(/[\n\r]|<\||\[\d+\]/u);
  });

  it('drops the oldest turns of a long conversation as a whole and summarises what the user said', () => {
    const history = Array.from({ length: 60 }, (_, at) =>
      (at % 2 === 0 ? person : reader)(`${at} ${'the snake came in. '.repeat(40)}`),
    );
    const { block, turns } = parts(history);
    const text = turns.map(({ content }) => content).join('\n');
    expect(countTokens(text)).toBeLessThan(HISTORY_TOKENS + 100);
    expect(countTokens(text)).toBeGreaterThan(HISTORY_TOKENS / 2);
    expect(text).toContain('59 the snake');
    const [note = ''] = block;
    expect(note).toMatch(
      /^- \d\d earlier turns of the conversation are left out; in them the person said: “\d+ the snake/,
    );
    expect(note).not.toContain('“59 ');
  });

  it('adds no summary when every turn fits', () => {
    expect(parts([person('I dreamt.'), reader('Of what?')]).block.join()).not.toContain('left out');
  });
});
