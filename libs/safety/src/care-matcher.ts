import type { Locale } from '@app/text';
import { CARE_TOPICS, type CareData, type CareTopic } from './care-data.js';
import type { ConceptMatcher } from './concept-matcher.js';
import { hasHangul, hasLatin } from './letters.js';
import type { ReadText, TextView } from './text-reader.js';

export interface CareMatch {
  readonly topic: CareTopic;
  /** 0.9 for urgent phrases and phrases that count anywhere, 0.7 for phrases that count only outside dream content. */
  readonly confidence: number;
  /** The text must be answered with help lines instead of a reading. */
  readonly needsCrisisAnswer: boolean;
}

/**
 * A sentence in the form that the patterns of one language match. `dreamt` is 1 for each character of dream content,
 * otherwise 0.
 */
interface View {
  readonly locale: Locale;
  readonly text: string;
  readonly dreamt: Uint8Array;
}

/** Finds the care topics of a text. Linear in its length. */
export class CareMatcher {
  readonly #topics: readonly TopicPatterns[];

  constructor(
    data: CareData,
    private readonly concepts: ConceptMatcher,
  ) {
    this.#topics = CARE_TOPICS.map((topic) => new TopicPatterns(topic, data));
  }

  /** Most urgent first. */
  match({ written, corrected }: ReadText): readonly CareMatch[] {
    const forms = corrected ? [written, corrected] : [written];
    const views = forms.flatMap((form) => this.#viewsOf(form));
    return this.#topics.flatMap((topic) => {
      const kinds = new Set(forms.flatMap((form) => this.concepts.kindsOf(topic.topic, form.concepts)));
      return topic.match(views, kinds) ?? [];
    });
  }

  #viewsOf({ sentences }: TextView): readonly View[] {
    return sentences.flatMap(({ words, letters, dreamt }) => {
      const views: View[] = [];
      if (hasLatin(letters)) views.push({ locale: 'en', text: this.concepts.withoutIdioms(words, 'en'), dreamt });
      if (hasHangul(letters)) {
        const text = this.concepts.withoutIdioms(words, 'ko').replaceAll(' ', '');
        views.push({ locale: 'ko', text, dreamt: dreamt.filter((_, at) => words[at] !== ' ') });
      }
      return views;
    });
  }
}

type Kind = 'always' | 'waking' | 'urgent' | 'not';

class TopicPatterns {
  readonly #patterns: Readonly<Record<Kind, Readonly<Record<Locale, RegExp | undefined>>>>;

  constructor(
    readonly topic: CareTopic,
    { words, topics }: CareData,
  ) {
    const compile = (kind: Kind) => ({
      ko: compiled(topics[topic][kind].ko, words),
      en: compiled(topics[topic][kind].en, words),
    });
    this.#patterns = {
      always: compile('always'),
      waking: compile('waking'),
      urgent: compile('urgent'),
      not: compile('not'),
    };
  }

  /** @param statements kinds of statements about the topic that were found by their concepts */
  match(views: readonly View[], statements: ReadonlySet<Kind>): CareMatch | undefined {
    const found = (kind: Kind) => statements.has(kind) || views.some((view) => this.#occurs(kind, view));
    const needsCrisisAnswer = found('urgent');
    const isCertain = found('always');
    if (!needsCrisisAnswer && !isCertain && !found('waking')) return undefined;
    return { topic: this.topic, confidence: isCertain || needsCrisisAnswer ? 0.9 : 0.7, needsCrisisAnswer };
  }

  #occurs(kind: Kind, { locale, text, dreamt }: View): boolean {
    const pattern = this.#patterns[kind][locale];
    if (!pattern || text.search(pattern) < 0) return false;
    const isCounted = (at: number) => kind === 'always' || dreamt[at] === 0;
    const harmless = this.#patterns.not[locale];
    const rest = harmless ? text.replaceAll(harmless, (match) => '#'.repeat(match.length)) : text;
    // English matches begin with a space; the position of the first letter decides whether the match is dream content.
    return [...rest.matchAll(pattern)].some(({ index, 0: match }) =>
      isCounted(index + match.length - match.trimStart().length),
    );
  }
}

/** Compiles all patterns into one alternation, global for `matchAll`; undefined without patterns. */
function compiled(patterns: readonly string[], words: CareData['words']): RegExp | undefined {
  if (patterns.length === 0) return undefined;
  const filled = patterns.map((pattern) => pattern.replaceAll(/\{([a-z]+)\}/g, (_, name: string) => words[name] ?? ''));
  return new RegExp(filled.join('|'), 'g');
}
