import { type FactsReader, type Subject, asList, asRecord, nameOf, spokenSymbol, spokenTopic } from '@app/composer';
import { listNames } from '@app/text';
import type { Locale } from '@app/text';

/** Maximum number of symbols named in one sentence. */
const MAX_NAMED = 5;

export const dreamFacts: FactsReader = (facts, locale) => {
  const symbols = titled(facts['symbols'], (title) => spokenSymbol(title, locale), locale);
  const emotions = titled(facts['emotions'], (title) => spokenTopic(title, locale), locale);
  const feelings = new Set(
    emotions.flatMap(({ records }) => records.map(({ id }) => id.replace('emotion:', 'dream:'))),
  );
  const rankOf = byBereavement(symbols);
  const seen = symbols
    .filter(({ records }) => !records.some(({ id }) => feelings.has(id)))
    .toSorted((a, b) => rankOf(a) - rankOf(b));
  const themes = titled(facts['themes'], (title) => spokenTopic(title, locale), locale);
  return {
    slots: {
      symbols: named(symbols, locale),
      [symbols.length === 1 ? 'oneSymbol' : 'manySymbols']: named(symbols, locale),
      about: named(symbols, locale),
      emotions: named(emotions, locale),
      feeling: emotions[0]?.slots['name'] ?? '',
      themes: named(themes, locale),
      unafraid: isDenied(facts['denied'], 'emotion:fear') ? 'yes' : '',
    },
    groups: {
      symbols,
      leadSymbol: seen.slice(0, 1),
      dead: seen.filter((subject) => isOneOf(subject, DEAD)),
      closeOnes: seen.filter((subject) => isOneOf(subject, KIN) || isOneOf(subject, PETS)),
      nextSymbol: seen.slice(1, 2),
      furtherSymbols: seen.slice(2),
      emotions: emotions.filter(({ records }) => records.every(({ id }) => isFeeling(id))),
      themes,
    },
  };
};

/** Confusion and surprise mostly comment on the dream rather than belong to it. */
export const isFeeling = (id: string): boolean => id !== 'emotion:confusion' && id !== 'emotion:surprise';

/** Ranks a dead person first and the relationships second; without a dead person everything keeps its order. */
const byBereavement = (symbols: readonly Subject[]): ((subject: Subject) => number) => {
  const hasDead = symbols.some((subject) => isOneOf(subject, DEAD));
  return (subject) => (isOneOf(subject, DEAD) ? 0 : hasDead && isOneOf(subject, KIN) ? 1 : 2);
};

const DEAD: ReadonlySet<string> = new Set(['dream:dead-person']);
const KIN: ReadonlySet<string> = new Set(
  ['mother', 'father', 'grandmother', 'grandfather', 'spouse', 'sibling', 'child', 'friend', 'relatives'].map(
    (name) => `dream:${name}`,
  ),
);
const PETS: ReadonlySet<string> = new Set(
  ['dog', 'cat', 'rabbit', 'bird', 'parrot', 'horse', 'goldfish', 'turtle'].map((name) => `dream:${name}`),
);
const isOneOf = ({ records }: Subject, ids: ReadonlySet<string>): boolean => records.some(({ id }) => ids.has(id));

const isDenied = (denied: unknown, id: string): boolean => asList(denied).some((entry) => asRecord(entry)['id'] === id);

const named = (subjects: readonly Subject[], locale: Locale): string =>
  listNames(
    subjects.slice(0, MAX_NAMED).map(({ slots }) => slots['name'] ?? ''),
    locale,
  );

function titled(value: unknown, spoken: (title: string) => string, locale: Locale): readonly Subject[] {
  return asList(value).flatMap((entry) => {
    const { id, title, name } = asRecord(entry);
    const label = nameOf(title ?? name ?? (typeof entry === 'string' ? entry : undefined), locale);
    if (label === '') return [];
    return [{ records: typeof id === 'string' ? [{ id }] : [], names: [label], slots: { name: spoken(label) } }];
  });
}
