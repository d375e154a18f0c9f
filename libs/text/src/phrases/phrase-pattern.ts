/** One word of a pattern. */
export interface PatternWord {
  readonly accepts: (word: string) => boolean;
  /** First characters the word may begin with; undefined when it may begin with any. */
  readonly initials: ReadonlySet<string> | undefined;
  readonly isOptional: boolean;
  /** Only context: the word keeps its own meaning inside the phrase. */
  readonly isContext: boolean;
  /** Up to so many words of any kind may stand in its place. */
  readonly gap: number;
}

export type WordClasses = Readonly<Record<string, readonly string[]>>;

export class PhrasePatternError extends Error {}

/**
 * Reads a pattern: words separated by spaces. `a|b` are alternatives, `a*` is a beginning, `*a` an end and `*a*` a part of a word, `_` any
 * word, `<kin>` a word of a class, `a?` may be absent, `~3` up to three words of any kind, and `+a` is context: required, but
 * no part of what the phrase stands for.
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
  if (gap) return { accepts: () => true, initials: undefined, isOptional: true, isContext: true, gap: Number(gap) };
  const isContext = source.startsWith('+');
  const isOptional = source.endsWith('?');
  const alternatives = source.slice(isContext ? 1 : 0, isOptional ? -1 : undefined).split('|');
  const forms = alternatives.flatMap((form) => expand(form, classes));
  return { accepts: acceptsAny(forms), initials: initialsOf(forms), isOptional, isContext, gap: 0 };
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
  const beginnings = forms.filter((form) => /^[^*].*\*$/u.test(form)).map((form) => form.slice(0, -1));
  const ends = forms.filter((form) => /^\*.*[^*]$/u.test(form)).map((form) => form.slice(1));
  return (word) =>
    exact.has(word) ||
    beginnings.some((beginning) => word.startsWith(beginning)) ||
    ends.some((end) => word.endsWith(end)) ||
    parts.some((part) => word.includes(part));
}

function initialsOf(forms: readonly string[]): ReadonlySet<string> | undefined {
  if (forms.some((form) => form === '_' || form.startsWith('*'))) return undefined;
  return new Set(forms.map((form) => form.charAt(0)));
}
