import { Injectable } from '@nestjs/common';
import { ReadingMetrics } from '@app/metrics';
import { CrisisMatcher } from './crisis-matcher.js';
import type { CrisisPhrases } from './crisis-phrases.js';
import type { HelpLine, HelpLines } from './help-lines.js';
import type { Locale } from '@app/text';

/** What somebody in distress is told instead of a reading. */
export interface CrisisAnswer {
  readonly locale: Locale;
  readonly title: string;
  readonly message: string;
  readonly lines: readonly HelpLine[];
}

/**
 * Meets words of suicide or self-harm with people to talk to. Asked before cache, retrieval and model, of everything
 * the user has written in a request, earlier messages included. It keeps and logs no text; a hit is counted.
 */
@Injectable()
export class CrisisGate {
  readonly #matcher: CrisisMatcher;

  constructor(
    phrases: CrisisPhrases,
    private readonly helpLines: HelpLines,
    private readonly metrics: ReadingMetrics,
  ) {
    this.#matcher = new CrisisMatcher(phrases);
  }

  /**
   * Each text by itself; undefined when none of them speaks of it. Time grows with the length of the texts, about
   * 0.3 ms a thousand characters.
   * @param locale of the request; words in the other language get that language's lines as well.
   */
  check(texts: readonly string[], locale: Locale = 'ko'): CrisisAnswer | undefined {
    const startedAt = performance.now();
    const text = texts.find((words) => this.#matcher.matches(words));
    this.metrics.stage('safety', performance.now() - startedAt);
    if (text === undefined) return undefined;
    this.metrics.safety(locale);
    return this.#answer(locale, languageOf(text));
  }

  #answer(locale: Locale, spoken: Locale): CrisisAnswer {
    const { title, message, lines } = this.helpLines.locales[locale];
    if (spoken === locale) return { locale, title, message, lines };
    const other = this.helpLines.locales[spoken];
    return { locale, title, message: `${other.message}\n\n${message}`, lines: [...other.lines, ...lines] };
  }
}

const languageOf = (text: string): Locale => (/[\u1100-\u11FF\u3130-\u318F\uAC00-\uD7A3]/.test(text) ? 'ko' : 'en');
