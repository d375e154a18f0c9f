import { describe, expect, it } from '@jest/globals';
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
import { promptParts } from '../testing/prompt-parts.js';
import { type Prompt, promptsOf } from '../testing/prompts-of.js';
import { countTokens } from './count-tokens.js';
import { PROMPT_TOKENS } from './section-messages.js';
import type { Locale } from '@app/text';

const MARKER = 'q7Zk2Lw9XbTe';
const BIRTH = { date: '1990-05-15', time: '07:05', city: 'Seoul', gender: 'female' };
/** Worst-case linker: recognises every text and uses the text itself as the title. */
const linker = {
  named: () => undefined,
  link: (text: string) => [{ id: 'dream:snake', titles: { ko: text, en: text }, mention: text, spans: [] }],
};

const RETRIEVERS = ['domain', 'graph', 'corpus', 'persona'];
const source = (text: string, at: number): NumberedPassage => ({
  n: at + 1,
  id: `document:${at}`,
  retriever: RETRIEVERS[at % RETRIEVERS.length] ?? 'domain',
  title: text.slice(0, 200),
  text,
  tags: [],
  score: 1 / (at + 1),
});

/** The prompts of all sections of a kind, for a request body and the texts of the retrieved passages. */
const prompts = <Input extends CommonInput>(
  definition: ReadingDefinition<Input>,
  body: Record<string, unknown>,
  passages: readonly string[],
): readonly Prompt[] =>
  Object.values(promptsOf(definition, body, { linker, marker: MARKER, passages: passages.map(source) }));

interface Kind {
  readonly kind: string;
  readonly of: (words: string, locale: Locale, passages: readonly string[]) => readonly Prompt[];
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
  it('keep passages in the block and the user’s words out of the rules', () => {
    const rules = of('뱀', 'ko', ['끝']).map((prompt) => promptParts(prompt, MARKER).system);
    for (const attack of attackTexts(MARKER)) {
      const all = of(attack, 'ko', [attack, '끝', attack, attack]);
      for (const [at, prompt] of all.entries()) {
        const { system, block } = promptParts(prompt, MARKER);
        expect(system).toBe(rules[at]);
        for (const line of block) {
          expect(line).toMatch(/^(?:Computed: |Recognised in the words|- |\[\d+\] \()/u);
          expect(line).not.toMatch(ROLE_LINE);
        }
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
        for (const prompt of of(text, locale, found)) {
          const all = prompt.reduce((sum, { content }) => sum + countTokens(content) + 4, 0);
          const { words: first, turns } = promptParts(prompt, MARKER);
          const own = turns.reduce((sum, { content }) => sum + countTokens(content), countTokens(first));
          // Without documents, the rules and facts of a kind take less than three quarters of the budget.
          expect(all).toBeLessThanOrEqual(Math.max(PROMPT_TOKENS, own + PROMPT_TOKENS * 0.75));
        }
      }),
      { numRuns: Math.ceil(500 / KINDS.length) },
    );
  });
});
