import { describe, expect, it } from '@jest/globals';
import { dreamChatReading } from '../chat/dream-chat.reading.js';
import { destinyReading } from '../destiny/destiny.reading.js';
import { dreamReading } from '../dream/dream.reading.js';
import { ichingReading } from '../iching/iching.reading.js';
import { readingDefinitions } from '../reading-definitions.js';
import { tarotReading } from '../tarot/tarot.reading.js';
import { type Prompt, promptsOf } from '../testing/prompts-of.js';
import { COMMON_RULES } from './common-rules.js';
import { countTokens } from './count-tokens.js';
import { sharedPrefix } from './shared-prefix.js';
import { sharedRules } from './section-rules.js';

const LOCALES = ['ko', 'en'] as const;
/** Minimum length, in tokens, of a prefix that the prompt caches of OpenAI and Anthropic store. */
const MIN_CACHED = 1_024;

const DREAMS = [
  { dream: '뱀이 집에 들어왔어요.', emotions: ['두려움'], persona: 'sage' },
  { dream: 'I was flying over my old school and could not land.', context: ['a new job'] },
];
const BIRTHS = [
  { birth: { date: '1990-05-15', time: '07:05', city: 'Seoul', gender: 'female' }, theme: 'love' },
  { birth: { date: '1972-11-02' }, question: 'Should I move?' },
];
const KINDS = [
  ['dream', (locale: string) => DREAMS.map((body) => promptsOf(dreamReading, { ...body, locale }))],
  ['tarot', (locale: string) => [1, 2].map((seed) => promptsOf(tarotReading, { seed, question: `${seed}?`, locale }))],
  // Without changing lines a section is left out, but the rules are the same.
  [
    'iching',
    (locale: string) =>
      [
        [9, 7, 7, 8, 6, 8],
        [7, 7, 7, 8, 8, 8],
      ].map((lines) => promptsOf(ichingReading, { lines, locale })),
  ],
  ['destiny', (locale: string) => BIRTHS.map((body) => promptsOf(destinyReading, { ...body, locale }))],
] as const;

const systemOf = ([system]: Prompt): string => system?.content ?? '';

describe('the prefix that prompts share', () => {
  it.each(LOCALES)('has at least 1 024 tokens for all kinds together (%s)', (locale) => {
    expect(countTokens(COMMON_RULES[locale])).toBeGreaterThanOrEqual(MIN_CACHED);
    for (const { guide, sections } of readingDefinitions)
      expect(sharedRules({ locale, guide, sections }).startsWith(COMMON_RULES[locale])).toBe(true);
  });

  describe.each(KINDS)('of %s', (_, readings) => {
    it.each(LOCALES)(
      'is equal, byte for byte, between readings and sections up to the section’s task (%s)',
      (locale) => {
        const systems = readings(locale).flatMap((prompts) => Object.values(prompts).map(systemOf));
        const prefix = sharedPrefix(systems);
        expect(systems.length).toBeGreaterThanOrEqual(5);
        expect(prefix).toMatch(/\n\n# Your section\nWrite the section "$/);
        expect(countTokens(prefix)).toBeGreaterThanOrEqual(MIN_CACHED);
        for (const system of systems) {
          expect(Buffer.from(system).subarray(0, Buffer.byteLength(prefix)).equals(Buffer.from(prefix))).toBe(true);
        }
      },
    );
  });

  it.each(LOCALES)('reaches past the common rules between a dream and the talk about it (%s)', (locale) => {
    const reading = Object.values(promptsOf(dreamReading, { dream: '뱀', locale })).map(systemOf);
    const messages = [{ role: 'user', content: '왜 그랬을까요?' }];
    const talk = Object.values(promptsOf(dreamChatReading, { messages, locale })).map(systemOf);
    expect(sharedPrefix([...reading, ...talk]).length).toBeGreaterThan(COMMON_RULES[locale].length);
  });

  it('does not contain the marker or a line that depends on the day', () => {
    for (const locale of LOCALES) expect(COMMON_RULES[locale]).not.toMatch(/\d{4}|MARKER/);
  });

  it.each(LOCALES)('has the common rules (%s)', (locale) => {
    expect(COMMON_RULES[locale]).toMatchSnapshot();
  });
});

describe('sharedPrefix', () => {
  it.each([
    [[], ''],
    [['abc'], 'abc'],
    [['abc', 'abd', 'ab'], 'ab'],
    [['뱀', '범'], ''],
    [['a🐍', 'a🐎'], 'a'],
  ])('of %j is "%s"', (texts, prefix) => {
    expect(sharedPrefix(texts)).toBe(prefix);
  });
});
