import { PhraseMatcher, type PhraseMatch } from '@app/text';
import type { Language } from './language.js';
import type { Situations } from './situations.js';

type Entry<Key extends 'idioms' | 'comparisons' | 'denials' | 'frames' | 'feelings'> = Language[Key][number];

/** The effect of a phrase on the surrounding words. */
export type Cue =
  | ({ readonly kind: 'idiom' } & Pick<Entry<'idioms'>, 'symbols' | 'emotions'>)
  | ({ readonly kind: 'comparison' } & Pick<Entry<'comparisons'>, 'side'>)
  | ({ readonly kind: 'denial' } & Pick<Entry<'denials'>, 'side' | 'denies' | 'polarity'>)
  | ({ readonly kind: 'frame' } & Pick<Entry<'frames'>, 'frame' | 'extent' | 'begins'>)
  | ({ readonly kind: 'feeling' } & Pick<Entry<'feelings'>, 'emotion'>)
  | { readonly kind: 'situation'; readonly id: string }
  | { readonly kind: 'literal' | 'reported' | 'name' | 'departed' | 'introduction' };

export type CueMatch = PhraseMatch<Cue>;
export type CueOf<Kind extends Cue['kind']> = PhraseMatch<Extract<Cue, { kind: Kind }>>;

/** The phrases and word classes of all languages, compiled once. */
export class Lexicon {
  readonly matchers: readonly PhraseMatcher<Cue>[];
  readonly #classes = new Map<string, Set<string>>();
  readonly #hints = new Map<string, Set<string>>();

  /** @throws PhrasePatternError */
  constructor(languages: readonly Language[], situations: Situations = {}) {
    this.matchers = [
      ...languages.map((language) => new PhraseMatcher(cuesOf(language), language.classes)),
      new PhraseMatcher(situationCues(situations)),
    ];
    for (const [name, words] of languages.flatMap(({ classes }) => Object.entries(classes)))
      this.#classes.set(name, (this.#classes.get(name) ?? new Set()).union(new Set(words)));
    for (const [id, names] of languages.flatMap(({ hints }) => Object.entries(hints)))
      this.#hints.set(id, (this.#hints.get(id) ?? new Set()).union(new Set(names)));
  }

  /** Whether a name only suggests an entity. */
  isHint(id: string, name: string): boolean {
    return this.#hints.get(id)?.has(name) ?? false;
  }

  /** Whether a word in exactly this form belongs to a class. */
  isA(name: string, word: string | undefined): boolean {
    return word !== undefined && (this.#classes.get(name)?.has(word) ?? false);
  }
}

function* cuesOf(language: Language): Iterable<readonly [string, Cue]> {
  for (const { phrases, ...cue } of language.idioms)
    for (const phrase of phrases) yield [phrase, { kind: 'idiom', ...cue }];
  for (const { phrases, ...cue } of language.comparisons)
    for (const phrase of phrases) yield [phrase, { kind: 'comparison', ...cue }];
  for (const { phrases, ...cue } of language.denials)
    for (const phrase of phrases) yield [phrase, { kind: 'denial', ...cue }];
  for (const { phrases, ...cue } of language.frames)
    for (const phrase of phrases) yield [phrase, { kind: 'frame', ...cue }];
  for (const { phrases, emotion } of language.feelings)
    for (const phrase of phrases) yield [phrase, { kind: 'feeling', emotion }];
  yield* plainCues(language);
}

function* situationCues(situations: Situations): Iterable<readonly [string, Cue]> {
  for (const [id, { ko, en }] of Object.entries(situations))
    for (const phrase of [...ko, ...en]) yield [phrase, { kind: 'situation', id }];
}

function* plainCues(language: Language): Iterable<readonly [string, Cue]> {
  for (const phrase of language.literal) yield [phrase, { kind: 'literal' }];
  for (const phrase of language.reported) yield [phrase, { kind: 'reported' }];
  for (const phrase of language.names) yield [phrase, { kind: 'name' }];
  for (const phrase of language.departed) yield [phrase, { kind: 'departed' }];
  for (const phrase of language.introductions) yield [phrase, { kind: 'introduction' }];
}
