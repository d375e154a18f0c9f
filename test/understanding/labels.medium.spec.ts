import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

type Locale = 'ko' | 'en';

interface LabelledDream {
  readonly id: string;
  readonly locale: Locale;
  readonly dream: string;
  readonly symbols: readonly string[];
  readonly minor: readonly string[];
  readonly lead: string | null;
  readonly absent: readonly string[];
  readonly denied: readonly string[];
  readonly emotions: readonly string[];
  readonly deniedEmotions: readonly string[];
  readonly care: string | null;
  readonly themes: readonly string[];
  readonly missing: readonly string[];
  readonly traits: readonly string[];
}

interface LabelledTurn {
  readonly user: string;
  readonly expect: {
    readonly act: string;
    readonly keep: readonly string[];
    readonly neverAsk: readonly string[];
    readonly mustInclude: readonly string[];
    readonly mustNotInclude: readonly string[];
    readonly note: string;
  };
}

interface LabelledConversation {
  readonly id: string;
  readonly locale: Locale;
  readonly kind: string;
  readonly turns: readonly LabelledTurn[];
}

interface LabelledStatement {
  readonly id: string;
  readonly locale: Locale;
  readonly label: string;
  readonly kind: string;
  readonly text: string;
}

const EMOTIONS = new Set(
  'fear joy grief guilt anger shame relief confusion longing loneliness jealousy helplessness surprise calm sadness love pride amusement disgust'.split(
    ' ',
  ),
);
const TRAITS = new Set(
  'plain short long denied idiom homonym name nightmare recurring waking told dialect slang typo emoji funny'.split(
    ' ',
  ),
);
const CARE_WITHOUT_LEAD = ['pregnancy-loss', 'abuse', 'violent-urge', 'commanding-voice', 'passive-death-wish'];
const CARE = new Set([
  ...CARE_WITHOUT_LEAD,
  'bereavement',
  'pet-bereavement',
  'illness-fear',
  'eating',
  'addiction',
  null,
]);
const ACTS = new Set(['question', 'follow-up', 'statement', 'correction', 'disagreement', 'recall', 'thanks']);
const MIN_LONG_LENGTH = 600;

const readLines = <Line>(path: string): Line[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
const repeated = (items: readonly string[]) => items.filter((item, index) => items.indexOf(item) !== index);
const locales: readonly Locale[] = ['ko', 'en'];
const inBothLocales = <Line>(name: string) =>
  locales.flatMap((locale) => readLines<Line>(`test/understanding/${name}-${locale}.jsonl`));

const records = readLines<{ id: string; category: string }>('knowledge/domain/dream.jsonl');
const categoryOf = new Map(records.map(({ id, category }) => [id, category]));
const more = readLines<LabelledDream>('test/understanding/dreams-more.jsonl');
const dreams = [...inBothLocales<LabelledDream>('dreams'), ...more];
const isHeldOut = ({ id }: LabelledDream) => createHash('sha256').update(id).digest('hex').charAt(0) >= '8';
const withTrait = (...traits: string[]) =>
  dreams.filter((dream) => traits.some((trait) => dream.traits.includes(trait)));

describe('labelled dreams', () => {
  it.each(locales)('have consecutive ids in %s', (locale) => {
    for (const [prefix, least] of [
      ['', 110],
      ['dev-', 80],
    ] as const) {
      const ids = dreams.map(({ id }) => id).filter((id) => id.startsWith(`${prefix}${locale}-`));
      expect(ids).toEqual(ids.map((_, index) => `${prefix}${locale}-${String(index + 1).padStart(3, '0')}`));
      expect(ids.length).toBeGreaterThanOrEqual(least);
    }
  });

  it('have no duplicate text', () => {
    expect(repeated(dreams.map(({ dream }) => dream))).toEqual([]);
  });

  it('name only records of the pack, each at most once', () => {
    for (const { id, symbols, minor, absent } of dreams) {
      const all = [...symbols, ...minor, ...absent];
      expect({ id, unknown: all.filter((record) => !categoryOf.has(record)), repeated: repeated(all) }).toEqual({
        id,
        unknown: [],
        repeated: [],
      });
    }
  });

  it('list no emotion record as a symbol', () => {
    const emotional = dreams.filter(({ symbols, minor }) =>
      [...symbols, ...minor].some((record) => categoryOf.get(record) === 'emotion'),
    );
    expect(emotional.map(({ id }) => id)).toEqual([]);
  });

  it('have a lead symbol, or none for care topics', () => {
    for (const { id, lead, symbols, care } of dreams) {
      if (lead !== null) expect([id, symbols]).toEqual([id, expect.arrayContaining([lead])]);
      if (care !== null && CARE_WITHOUT_LEAD.includes(care)) expect([id, lead]).toEqual([id, null]);
    }
  });

  it('deny only absent symbols and have the matching trait', () => {
    for (const { id, absent, denied, deniedEmotions, traits } of dreams) {
      expect([id, denied.filter((record) => !absent.includes(record))]).toEqual([id, []]);
      if (denied.length + deniedEmotions.length > 0)
        expect([id, traits]).toEqual([id, expect.arrayContaining(['denied'])]);
    }
  });

  it('use known emotions, care labels and traits', () => {
    for (const { id, emotions, deniedEmotions, care, traits } of dreams) {
      expect([id, [...emotions, ...deniedEmotions].filter((emotion) => !EMOTIONS.has(emotion))]).toEqual([id, []]);
      expect([id, repeated([...emotions, ...deniedEmotions])]).toEqual([id, []]);
      expect([id, CARE.has(care)]).toEqual([id, true]);
      expect([id, traits.filter((trait) => !TRAITS.has(trait)), repeated(traits)]).toEqual([id, [], []]);
    }
  });

  it('have two to four themes unless the text is too short for more', () => {
    const off = inBothLocales<LabelledDream>('dreams').filter(
      ({ themes, traits }) => themes.length > 4 || themes.length < (traits.includes('short') ? 1 : 2),
    );
    expect(off.map(({ id }) => id)).toEqual([]);
  });

  it('mark exactly the long texts as long', () => {
    const long = dreams.filter(({ dream }) => dream.length >= MIN_LONG_LENGTH).map(({ id }) => id);
    expect(withTrait('long').map(({ id }) => id)).toEqual(long);
  });

  it.each([
    ['denied', 40],
    ['long', 25],
    ['nightmare', 12],
    ['recurring', 10],
    ['plain', 20],
  ])('hold enough texts with the trait %s: at least %d', (trait, least) => {
    expect(withTrait(trait).length).toBeGreaterThanOrEqual(least);
  });

  it('include at least 60 texts with an idiom, a homonym or a name', () => {
    expect(withTrait('idiom', 'homonym', 'name').length).toBeGreaterThanOrEqual(60);
  });

  it('use every care label in both languages in at least 25 texts', () => {
    for (const locale of locales) {
      const used = new Set(dreams.filter((dream) => dream.locale === locale).map(({ care }) => care));
      expect([...CARE].filter((care) => !used.has(care))).toEqual([]);
    }
    expect(dreams.filter(({ care }) => care !== null).length).toBeGreaterThanOrEqual(25);
  });

  it('hold out about half, with at least 40 denied symbols', () => {
    const heldOut = dreams.filter(isHeldOut);
    expect(heldOut.length / dreams.length).toBeCloseTo(0.5, 1);
    expect(heldOut.flatMap(({ denied }) => denied).length).toBeGreaterThanOrEqual(40);
  });
});

describe('labelled conversations', () => {
  const conversations = inBothLocales<LabelledConversation>('conversations');

  it('are two of each kind in each language with unique ids', () => {
    const counts = Object.groupBy(conversations, ({ locale, kind }) => `${locale} ${kind}`);
    expect(Object.values(counts).map((group) => group?.length)).toEqual(Array.from({ length: 8 }, () => 2));
    expect(repeated(conversations.map(({ id }) => id))).toEqual([]);
  });

  it('have four user turns with known acts and complete expectations', () => {
    for (const { id, turns } of conversations) {
      expect([id, turns.length]).toEqual([id, 4]);
      for (const turn of turns) {
        expect(turn.user).toMatch(/\S/);
        expect([id, ACTS.has(turn.expect.act)]).toEqual([id, true]);
        expect(turn.expect).toEqual({
          act: expect.any(String),
          keep: expect.any(Array),
          neverAsk: expect.any(Array),
          mustInclude: expect.any(Array),
          mustNotInclude: expect.any(Array),
          note: expect.stringMatching(/\S/),
        });
      }
    }
  });

  it.each(['correction', 'disagreement', 'recall', 'thanks'])('contain a turn of %s in each language', (act) => {
    for (const locale of locales) {
      const turns = conversations
        .filter((conversation) => conversation.locale === locale)
        .flatMap(({ turns }) => turns);
      expect(turns.filter((turn) => turn.expect.act === act).length).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('labelled statements for the crisis gate', () => {
  const statements = readLines<LabelledStatement>('test/safety/statements-by-another-hand.jsonl');

  it('are 60 crisis texts and 80 harmless ones without duplicates', () => {
    const counts = Object.groupBy(statements, ({ label }) => label);
    expect([counts['crisis']?.length, counts['none']?.length, statements.length]).toEqual([60, 80, 140]);
    expect(repeated(statements.flatMap(({ id, text }) => [id, text]))).toEqual([]);
  });

  it('cover both languages under both labels', () => {
    const groups = new Set(statements.map(({ locale, label }) => `${locale} ${label}`));
    expect([...groups].sort()).toEqual(['en crisis', 'en none', 'ko crisis', 'ko none']);
  });
});
