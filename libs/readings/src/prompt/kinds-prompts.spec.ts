import { describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '@app/llm';
import type { NumberedPassage } from '@app/composer';
import fc from 'fast-check';
import { askReading } from '../chat/ask.reading.js';
import { dreamChatReading } from '../chat/dream-chat.reading.js';
import { tarotChatReading } from '../chat/tarot-chat.reading.js';
import { destinyReading } from '../destiny/destiny.reading.js';
import { dreamReading } from '../dream/dream.reading.js';
import { ichingReading } from '../iching/iching.reading.js';
import type { CommonInput } from '../reading-input.js';
import type { ReadingDefinition } from '../reading-definition.js';
import { tarotReading } from '../tarot/tarot.reading.js';
import { attackTexts } from '../testing/attack-texts.js';
import { countTokens } from './count-tokens.js';
import { PROMPT_TOKENS } from './section-messages.js';
import type { Locale } from '@app/text';
import { SceneReader } from '../dream/scene/scene-reader.js';

const MARKER = 'q7Zk2Lw9XbTe';
const BIRTH = { date: '1990-05-15', time: '07:05', city: 'Seoul', gender: 'female' };
/** Finds whatever is said, by its own words: the worst a linker could do. */
const linker = {
  named: () => undefined,
  link: (text: string) => [{ id: 'dream:snake', titles: { ko: text, en: text }, mention: text, spans: [] }],
};

const source = (text: string, n: number, retriever: string): NumberedPassage => ({
  n,
  id: `${retriever}:${n}`,
  retriever,
  title: text.slice(0, 200),
  text,
  tags: [],
  score: 1 / n,
});

/** The prompts of all sections of a kind, with these words wherever a client or a document can put words. */
function prompts<Input extends CommonInput>(
  definition: ReadingDefinition<Input>,
  body: Record<string, unknown>,
  passages: readonly string[],
): readonly (readonly ChatMessage[])[] {
  const input = definition.input.parse(body);
  const plan = definition.plan(input, { linker, scenes: new SceneReader([]) });
  return definition.sections.map(({ id, title, prompt, maxTokens, retrievers }) =>
    prompt({
      ...plan,
      kind: definition.kind,
      section: id,
      title: title[input.locale],
      locale: input.locale,
      passages: passages.map((text, at) => source(text, at + 1, retrievers[at % retrievers.length] ?? 'domain')),
      earlier: { before: passages[0] ?? '' },
      marker: MARKER,
      persona: input.persona,
      maxTokens,
    }),
  );
}

interface Kind {
  readonly kind: string;
  readonly of: (words: string, locale: Locale, passages: readonly string[]) => readonly (readonly ChatMessage[])[];
}

const documents = (words: string) => [{ title: words.slice(0, 100), text: words }];
const short = (words: string) => words.slice(0, 100) || '-';
const KINDS: readonly Kind[] = [
  {
    kind: 'dream',
    of: (words, locale, passages) =>
      prompts(
        dreamReading,
        {
          dream: words,
          symbols: [short(words)],
          emotions: [short(words)],
          context: [short(words)],
          documents: documents(words),
          locale,
        },
        passages,
      ),
  },
  {
    kind: 'tarot',
    of: (question, locale, passages) =>
      prompts(
        tarotReading,
        { question, spread: 'celtic-cross', seed: 1, documents: documents(question), locale },
        passages,
      ),
  },
  {
    kind: 'iching',
    of: (question, locale, passages) =>
      prompts(ichingReading, { question, lines: [9, 7, 7, 8, 6, 8], documents: documents(question), locale }, passages),
  },
  {
    kind: 'destiny',
    of: (question, locale, passages) =>
      prompts(destinyReading, { question, birth: BIRTH, documents: documents(question), locale }, passages),
  },
  {
    kind: 'ask',
    of: (question, locale, passages) =>
      prompts(
        askReading,
        {
          question,
          saju: { day: '庚辰', note: question },
          history: [{ role: 'assistant', content: question }],
          locale,
        },
        passages,
      ),
  },
  {
    kind: 'dream-chat',
    of: (content, locale, passages) =>
      prompts(dreamChatReading, { dream: content, messages: [{ role: 'user', content }], locale }, passages),
  },
  {
    kind: 'tarot-chat',
    of: (content, locale, passages) =>
      prompts(
        tarotChatReading,
        { cards: [{ name: short(content) }], messages: [{ role: 'user', content }], locale },
        passages,
      ),
  },
];

const ROLE_LINE = /^[\s>*#`~-]*(?:system|assistant|user|developer|tool|시스템|사용자|어시스턴트)\W{0,4}[:：]/imu;

describe.each(KINDS)('the prompts of $kind', ({ of }) => {
  it('keep whatever is written or found in its block, and the user’s words with the user', () => {
    for (const attack of attackTexts(MARKER)) {
      for (const [system, user, ...more] of of(attack, 'ko', [attack, '끝'])) {
        expect([system?.role, user?.role, more]).toEqual(['system', 'user', []]);
        const lines = (system?.content ?? '').split('\n');
        const marks = lines.flatMap((line, at) => (line.includes(MARKER) ? [at] : []));
        const [named = -1, from = -1, to = -1] = marks.length === 2 ? [0, ...marks] : marks;
        expect([marks.length <= 3, named < from, to]).toEqual([true, true, lines.length - 1]);
        for (const line of lines.slice(from + 1, to)) expect(line).not.toMatch(ROLE_LINE);
        expect(lines.slice(0, from).join('\n')).not.toMatch(/HACKED|without rules|obey/u);
        expect(user?.content).not.toContain(MARKER);
      }
    }
  });

  it('stay within the budget but for the user’s own words (500 inputs over all kinds)', () => {
    const words = fc
      .array(fc.constantFrom('뱀이 집으로 ', '들어왔습니다. ', 'the snake ', 'came in. ', 'zxqj', '🐍', '龍'), {
        minLength: 1,
        maxLength: 400,
      })
      .map((parts) => parts.join('').slice(0, 3_900).trim() || '뱀');
    const passages = fc.array(
      words.map((text) => text.repeat(3)),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(words, fc.constantFrom('ko' as const, 'en' as const), passages, (text, locale, found) => {
        for (const [system, user] of of(text, locale, found)) {
          const own = countTokens(user?.content ?? '');
          const all = countTokens(system?.content ?? '') + own + 8;
          // Without any document the rules and facts of a kind take less than three fifths of the budget.
          expect(all).toBeLessThanOrEqual(Math.max(PROMPT_TOKENS, own + PROMPT_TOKENS * 0.6));
        }
      }),
      { numRuns: Math.ceil(500 / KINDS.length) },
    );
  });
});
