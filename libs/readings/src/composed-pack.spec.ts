import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { NumberedPassage } from '@app/composer';
import { packPassage, packRecords } from '@app/composer/testing';
import { composeFor } from './testing/compose-for.js';
import { estimateTokens } from '@app/text';

const LOCALES = ['ko', 'en'] as const;
const ids = [...packRecords().keys()];
const symbols = ids.filter((id) => id.startsWith('dream:'));

/** Text defects that no composed text may contain. */
const BLEMISHES =
  /undefined|\[object|NaN|[{}<>]|은\(는\)|이\(가\)|을\(를\)|\(으\)로|와\(과\)| {2,}| [.,]|\.\.|입니다’입니다|꿈 꿈|\bthe the\b|\ba a\b/;

describe.each(LOCALES)('every dream symbol in %s', (locale) => {
  it.each(['summary', 'symbols', 'recommendations'])('makes a clean %s', (section) => {
    for (const id of symbols) {
      const passages = [packPassage(1, id, locale)];
      const [{ title } = { title: '' }] = passages;
      const facts = { symbols: [{ id, title }] };
      const brief = { kind: 'dream', section, locale, question: '', facts, passages, earlier: {} };
      const { text } = composeFor(brief, 500);
      expect({ id, blemish: BLEMISHES.exec(text)?.[0] }).toEqual({ id, blemish: undefined });
      expect(text).toMatch(/[.?!](?: (?:\[\d+\])+)?$/);
    }
  });
});

describe('with any input', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('[1]', '뱀은 ', 'snake ', '. ', '\n', '<b>', '\u202e', '{name}', '[[2]', '”', '다.', '# '))
      .map((parts) => parts.join('')),
  );
  const passages = fc.array(
    fc.record({ title: hostile, text: hostile, retriever: fc.constantFrom('graph', 'corpus', 'persona', 'domain') }),
    { maxLength: 4 },
  );

  it('cites only given passages, contains no control character, and stays within its tokens', () => {
    const kind = fc.constantFrom('dream', 'tarot', 'iching', 'destiny', 'runes');
    const section = fc.constantFrom('summary', 'cards', 'overview', 'now', 'answer', 'x');
    fc.assert(
      fc.property(kind, section, hostile, passages, fc.jsonValue(), (kind, section, question, found, fact) => {
        const numbered = found.map((each, index): NumberedPassage => ({
          ...each,
          n: index + 5,
          id: `own:${index}`,
          tags: [],
          score: 1,
        }));
        const facts = { symbols: [fact], cards: [fact], primary: fact, saju: fact, name: fact };
        const brief = { kind, section, locale: 'ko' as const, question, facts, passages: numbered, earlier: {} };
        const { text } = composeFor(brief, 400);
        const cited = [...text.matchAll(/\[\s*(\d+)/g)].map(([, n]) => Number(n));
        expect(numbered.map(({ n }) => n)).toEqual(expect.arrayContaining(cited));
        expect(text).not.toMatch(/[^\P{C}\n]/u);
        expect(text.trim()).not.toBe('');
        expect(estimateTokens(text)).toBeLessThanOrEqual(400);
      }),
    );
  });

  it('writes the same for the same brief', () => {
    fc.assert(
      fc.property(fc.constantFrom(...symbols), fc.string(), (id, question) => {
        const brief = () => ({
          kind: 'dream',
          section: 'symbols',
          locale: 'ko' as const,
          question,
          facts: { symbols: [{ id, title: id }] },
          passages: [packPassage(1, id, 'ko')],
          earlier: {},
        });
        expect(composeFor(brief(), 300)).toEqual(composeFor(brief(), 300));
      }),
      { numRuns: 30 },
    );
  });
});
