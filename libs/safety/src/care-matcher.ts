import type { Locale } from '@app/text';
import { CARE_TOPICS, type CareData, type CareTopic } from './care-data.js';
import { DreamFrames } from './dream-frames.js';
import { foldText } from './fold-text.js';
import { hasHangul, hasLatin } from './letters.js';
import { viewSentences } from './sentence-views.js';

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

  constructor(data: CareData) {
    this.#topics = CARE_TOPICS.map((topic) => new TopicPatterns(topic, data));
  }

  isUrgent(text: string): boolean {
    const views = viewsOf(text);
    return this.#topics.some((topic) => topic.isUrgent(views));
  }

  /** Most urgent first. */
  match(text: string): readonly CareMatch[] {
    const views = viewsOf(text);
    return this.#topics.map((topic) => topic.match(views)).filter((match) => match !== undefined);
  }
}

function viewsOf(text: string): readonly View[] {
  const frames = new DreamFrames();
  return viewSentences(foldText(text)).flatMap(({ words, letters }) => {
    const dreamt = frames.read(words);
    const views: View[] = [];
    if (hasLatin(letters)) views.push({ locale: 'en', text: words, dreamt });
    if (hasHangul(letters)) {
      views.push({ locale: 'ko', text: letters, dreamt: dreamt.filter((_, at) => words[at] !== ' ') });
    }
    return views;
  });
}

type Kind = 'always' | 'waking' | 'urgent' | 'not';

class TopicPatterns {
  readonly #patterns: Readonly<Record<Kind, Readonly<Record<Locale, RegExp | undefined>>>>;

  constructor(
    private readonly topic: CareTopic,
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

  isUrgent(views: readonly View[]): boolean {
    return views.some((view) => this.#occurs('urgent', view));
  }

  match(views: readonly View[]): CareMatch | undefined {
    const found = (kind: Kind) => views.some((view) => this.#occurs(kind, view));
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
