/** A whole word, the first characters of words, or a character inside words, under which a phrase is indexed. */
interface WordKey {
  readonly text: string;
  readonly part: 'whole' | 'beginning' | 'inside';
}

/** One word of a pattern. */
export interface PatternWord {
  readonly accepts: (word: string) => boolean;
  /** Each accepted word is, begins with or contains one of these; undefined when every word is accepted. */
  readonly keys: readonly WordKey[] | undefined;
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
    if (!/^(_|\*?[^*<>+?~\s]+\*?)$/u.test(form)) throw new PhrasePatternError(`"${form}" is not a word of a pattern`);
    return [form];
  }
  const members = classes[name[1] ?? ''];
  if (!members) throw new PhrasePatternError(`<${name[1]}> is not a class of words`);
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

/** Maximum length of a beginning in `WordKey`. */
export const MAX_BEGINNING = 2;

function keysOfForms(forms: readonly string[]): readonly WordKey[] | undefined {
  if (forms.includes('_')) return undefined;
  const keys = forms.map(keyOfForm);
  return [...new Map(keys.map((key) => [`${key.part} ${key.text}`, key])).values()];
}

function keyOfForm(form: string): WordKey {
  if (form.startsWith('*')) return { text: form.charAt(1), part: 'inside' };
  if (form.endsWith('*')) return { text: form.slice(0, -1).slice(0, MAX_BEGINNING), part: 'beginning' };
  return { text: form, part: 'whole' };
}
