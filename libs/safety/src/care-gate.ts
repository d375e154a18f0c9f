import { Injectable } from '@nestjs/common';
import type { Locale } from '@app/text';
import { CARE_TOPICS, type CareData, type CareTopic } from './care-data.js';
import { type CareMatch, CareMatcher } from './care-matcher.js';
import type { HelpLine } from './help-lines.js';
import type { ReadText, TextReader } from './text-reader.js';

/** How a reading handles a care topic: opening text, excluded passages, rules for the model. */
export interface Care {
  readonly topic: CareTopic;
  /** One to three opening sentences in the reading's language. */
  readonly acknowledgement: string;
  readonly lines: readonly HelpLine[];
  /** Rules for the model, in English. */
  readonly rules: readonly string[];
  /** Passages with one of these tags are excluded. */
  readonly avoidTags: readonly string[];
  /** Whether a sentence is about luck, fate or good cheer. */
  readonly isOmen: (sentence: string) => boolean;
}

/**
 * Recognizes care topics (grief, abuse, illness and others) in a user's texts. The texts are neither stored nor logged.
 */
@Injectable()
export class CareGate {
  readonly #matcher: CareMatcher;
  readonly #omens: Readonly<Record<Locale, RegExp>>;

  constructor(
    private readonly data: CareData,
    private readonly reader: TextReader,
  ) {
    this.#matcher = new CareMatcher(data, reader.matcher);
    this.#omens = { ko: new RegExp(data.omens.ko.join('|')), en: new RegExp(data.omens.en.join('|')) };
  }

  /** The topics of all texts, each once, most urgent first. */
  topicsOf(texts: readonly string[]): readonly CareMatch[] {
    return this.mostUrgent(texts.flatMap((text) => this.matchesOf(this.reader.read(text))));
  }

  /** The topics of one text. */
  matchesOf(text: ReadText): readonly CareMatch[] {
    return this.#matcher.match(text);
  }

  /** Each topic once, most urgent first. */
  mostUrgent(matches: readonly CareMatch[]): readonly CareMatch[] {
    const best = matches.toSorted(
      (a, b) => Number(b.needsCrisisAnswer) - Number(a.needsCrisisAnswer) || b.confidence - a.confidence,
    );
    return CARE_TOPICS.map((topic) => best.find((match) => match.topic === topic)).filter(
      (match) => match !== undefined,
    );
  }

  /**
   * How to handle the topics: acknowledgement and help lines of the most urgent topic, rules and tags of all topics.
   * Undefined without matches.
   */
  careFor(matches: readonly CareMatch[], locale: Locale): Care | undefined {
    const topics = matches.map(({ topic }) => topic);
    const [first] = topics;
    if (first === undefined) return undefined;
    const { acknowledgement, lines } = this.data.topics[first];
    const all = <Item>(pick: (topic: CareTopic) => readonly Item[]) => [...new Set(topics.flatMap(pick))];
    return {
      topic: first,
      acknowledgement: acknowledgement[locale],
      lines: lines[locale],
      rules: all((topic) => this.data.topics[topic].rules),
      avoidTags: all((topic) => this.data.topics[topic].avoidTags),
      isOmen: (sentence) => this.#isOmen(sentence),
    };
  }

  #isOmen(sentence: string): boolean {
    const { ko, en } = this.#omens;
    return ko.test(sentence.replaceAll(' ', '')) || en.test(sentence.toLowerCase());
  }
}
