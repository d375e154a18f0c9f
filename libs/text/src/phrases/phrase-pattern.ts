/** One word of a pattern. */
export interface PatternWord {
  readonly accepts: (word: string) => boolean;
  /** Each accepted word has one of these keys, see `keysOfWord`; undefined when a word without a key is accepted. */
  readonly keys: readonly string[] | undefined;
  readonly isOptional: boolean;
  /** The word is context: it must be present but is not part of the phrase. */
  readonly isContext: boolean;
  /** Maximum number of arbitrary words that can occur in this place; 0 except for gaps. */
  readonly gap: number;
}

export type WordClasses = Readonly<Record<string, readonly string[]>>;

export class PhrasePatternError extends Error {}

/**
 * Parses a pattern, which consists of words separated by spaces:
 * - `a|b`: alternatives
 * - `a*`, `*a`, `*a*`: a word that begins with, ends with or contains `a`
 * - `_`: any word
 * - `<kin>`: a word of a class
 * - `a?`: an optional word
 * - `~3`: up to three arbitrary words
 * - `+a`: a context word, which is required but not part of the phrase
 * @throws PhrasePatternError
 */
export function parsePattern(pattern: string, classes: WordClasses): readonly PatternWord[] {
  const words = pattern.split(' ').map((source) => parseWord(source, classes));
  if (words.every(({ isOptional, gap }) => isOptional || gap > 0))
    throw new PhrasePatternError(`"${pattern}" is empty`);
  return words;
}

function parseWord(source: string, classes: WordClasses): PatternWord {
  const gap = /^~([1-9])$/.exec(source)?.[1];
  if (gap) return { accepts: () => true, keys: undefined, isOptional: true, isContext: true, gap: Number(gap) };
  const isContext = source.startsWith('+');
  const isOptional = source.endsWith('?');
  const alternatives = source.slice(isContext ? 1 : 0, isOptional ? -1 : undefined).split('|');
  const forms = alternatives.flatMap((form) => expand(form, classes));
  return { accepts: acceptsAny(forms), keys: keysOfForms(forms), isOptional, isContext, gap: 0 };
}

function expand(form: string, classes: WordClasses): readonly string[] {
  const name = /^<([\w-]+)>(.*)$/.exec(form);
  if (!name) {
    if (!/^(_|\*?[^*<>+?~\s]+\*?)$/u.test(form)) throw new PhrasePatternError(`"${form}" is no word of a pattern`);
    return [form];
  }
  const members = classes[name[1] ?? ''];
  if (!members) throw new PhrasePatternError(`<${name[1]}> is no class of words`);
  return members.map((member) => member + (name[2] ?? ''));
}

function acceptsAny(forms: readonly string[]): (word: string) => boolean {
  const exact = new Set(forms.filter((form) => !form.includes('*')));
  if (exact.has('_')) return () => true;
  const parts = forms.filter((form) => /^\*.*\*$/u.test(form)).map((form) => form.slice(1, -1));
  const beginnings = Map.groupBy(
    forms.filter((form) => /^[^*].*\*$/u.test(form)).map((form) => form.slice(0, -1)),
    (beginning) => beginning.charAt(0),
  );
  const ends = forms.filter((form) => /^\*.*[^*]$/u.test(form)).map((form) => form.slice(1));
  return (word) =>
    exact.has(word) ||
    (beginnings.get(word.charAt(0))?.some((beginning) => word.startsWith(beginning)) ?? false) ||
    ends.some((end) => word.endsWith(end)) ||
    parts.some((part) => word.includes(part));
}

const PREFIX = 2;

/** The keys under which patterns for this word are indexed: the word itself and its first one and two characters. */
export const keysOfWord = (word: string): readonly string[] =>
  Array.from({ length: Math.min(PREFIX, word.length) }, (_, at) => `${word.slice(0, at + 1)}*`).concat(word);

function keysOfForms(forms: readonly string[]): readonly string[] | undefined {
  if (forms.some((form) => form === '_' || form.startsWith('*'))) return undefined;
  return [...new Set(forms.map((form) => (form.endsWith('*') ? `${form.slice(0, -1).slice(0, PREFIX)}*` : form)))];
}
