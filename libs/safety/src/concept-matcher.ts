import type { Locale } from '@app/text';
import { CARE_TOPICS, type CareTopic } from './care-data.js';
import type { ConceptData, Statements } from './concept-data.js';
import { type ConceptRule, parseRule, satisfies } from './concept-rule.js';
import { ConceptLexicon, type Span } from './concept-spans.js';
import { hasHangul, hasLatin } from './letters.js';
import { type ConceptSentence, ConceptText } from './concept-text.js';
import type { FramedSentence } from './dream-frames.js';

const KINDS = ['always', 'waking', 'urgent'] as const;
type Kind = (typeof KINDS)[number];
type Rules = Readonly<Record<Kind, Readonly<Record<Locale, readonly ConceptRule[]>>>>;

/**
 * Finds statements by the concepts they combine (a death and a relative; a wish and not waking up), whatever words
 * express them. Linear in the length of the text, because sentences are short.
 */
export class ConceptMatcher {
  readonly #lexicons: Readonly<Record<Locale, ConceptLexicon>>;
  readonly #crisis: Rules;
  readonly #topics: ReadonlyMap<CareTopic, Rules>;

  constructor(data: ConceptData) {
    this.#lexicons = { ko: new ConceptLexicon(data, 'ko'), en: new ConceptLexicon(data, 'en') };
    this.#crisis = parsed(data.crisis);
    this.#topics = new Map(CARE_TOPICS.map((topic) => [topic, parsed(data.topics[topic])]));
  }

  /** The concepts of a text for each language that occurs in it. */
  read(sentences: readonly FramedSentence[]): readonly ConceptText[] {
    const korean = sentences.filter(({ words }) => hasHangul(words));
    const english = sentences.filter(({ words }) => hasLatin(words));
    return [new ConceptText(this.#lexicons.ko, korean), new ConceptText(this.#lexicons.en, english)].filter(
      ({ sentences: own }) => own.length > 0,
    );
  }

  /** Whether a sentence cannot be a crisis statement: a past that is over, a story, a denial. */
  isHarmless(words: string): boolean {
    return this.#lexicons.ko.isHarmless(words) || this.#lexicons.en.isHarmless(words);
  }

  withoutIdioms(words: string, locale: Locale): string {
    return this.#lexicons[locale].withoutIdioms(words);
  }

  isCrisis(texts: readonly ConceptText[]): boolean {
    return KINDS.some((kind) => occurs(this.#crisis, kind, texts, ({ isHarmless }) => !isHarmless));
  }

  /** The kinds of statements about a topic that occur. */
  kindsOf(topic: CareTopic, texts: readonly ConceptText[]): readonly Kind[] {
    const rules = this.#topics.get(topic);
    return rules ? KINDS.filter((kind) => occurs(rules, kind, texts)) : [];
  }
}

function occurs(
  rules: Rules,
  kind: Kind,
  texts: readonly ConceptText[],
  isOpen: (sentence: ConceptSentence) => boolean = () => true,
): boolean {
  const has = (name: string) => texts.some((text) => text.affirms(name));
  return texts.some((text) => {
    const possible = rules[kind][text.locale].filter(
      (rule) =>
        rule.items.every(({ names }) => names.some((name) => text.mentions(name))) &&
        (rule.elsewhere.length === 0 || rule.elsewhere.some(has)) &&
        !rule.without.some((name) => text.mentions(name)),
    );
    if (possible.length === 0) return false;
    return text.sentences.some(
      (sentence) =>
        possible.some((rule) => satisfies(rule, sentence, countsIn(sentence, kind))) &&
        isOpen(sentence) &&
        (kind === 'always' || !sentence.isDistant),
    );
  });
}

const countsIn =
  ({ dreamt }: ConceptSentence, kind: Kind) =>
  ({ start }: Span): boolean =>
    kind === 'always' || dreamt[start] === 0;

const parsed = (statements: Statements): Rules => ({
  always: parsedBoth(statements.always),
  waking: parsedBoth(statements.waking),
  urgent: parsedBoth(statements.urgent),
});

const parsedBoth = ({ ko, en }: Statements['always']) => ({ ko: ko.map(parseRule), en: en.map(parseRule) });
