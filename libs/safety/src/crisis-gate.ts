import { Injectable } from '@nestjs/common';
import { ReadingMetrics } from '@app/metrics';
import type { CareGate } from './care-gate.js';
import type { CareMatch } from './care-matcher.js';
import { CrisisMatcher } from './crisis-matcher.js';
import type { CrisisPhrases } from './crisis-phrases.js';
import type { HelpLine, HelpLines } from './help-lines.js';
import type { TextReader } from './text-reader.js';
import type { Locale } from '@app/text';

/** A message with help lines that is sent instead of a reading. */
export interface CrisisAnswer {
  readonly locale: Locale;
  readonly title: string;
  readonly message: string;
  readonly lines: readonly HelpLine[];
}

/** What the texts of a request say about the user's safety. */
export interface Screening {
  /** Present when help lines must be sent instead of a reading. */
  readonly help: CrisisAnswer | undefined;
  /** Care topics, each once, most urgent first; empty with `help`. */
  readonly care: readonly CareMatch[];
}

/**
 * Detects suicide and self-harm in a request and answers it with help lines. Runs before cache, retrieval and model, on
 * all texts of the user including earlier messages. Matches are counted; texts are neither stored nor logged.
 */
@Injectable()
export class CrisisGate {
  readonly #matcher: CrisisMatcher;

  constructor(
    phrases: CrisisPhrases,
    private readonly helpLines: HelpLines,
    private readonly metrics: ReadingMetrics,
    private readonly care: CareGate,
    private readonly reader: TextReader,
  ) {
    this.#matcher = new CrisisMatcher(phrases, reader.matcher);
  }

  /** The help lines that must be sent instead of a reading; undefined when no text is a crisis text. */
  check(texts: readonly string[], locale: Locale = 'ko'): CrisisAnswer | undefined {
    return this.screen(texts, locale).help;
  }

  /**
   * Checks each text separately, and finds care topics in the same pass. Linear in the length of the texts.
   * @param locale of the request; a text in the other language adds the help lines of that language
   */
  screen(texts: readonly string[], locale: Locale = 'ko'): Screening {
    const startedAt = performance.now();
    const care: CareMatch[] = [];
    const urgent = texts.find((text) => this.#isUrgent(text, care));
    this.metrics.stage('safety', performance.now() - startedAt);
    if (urgent === undefined) return { help: undefined, care: this.care.mostUrgent(care) };
    this.metrics.safety(locale);
    return { help: this.#answer(locale, languageOf(urgent)), care: [] };
  }

  /** Whether a text is a crisis text; adds its care topics to `care`. */
  #isUrgent(text: string, care: CareMatch[]): boolean {
    const read = this.reader.read(text);
    const matches = this.care.matchesOf(read);
    care.push(...matches);
    return matches.some(({ needsCrisisAnswer }) => needsCrisisAnswer) || this.#matcher.matches(read);
  }

  #answer(locale: Locale, spoken: Locale): CrisisAnswer {
    const { title, message, lines } = this.helpLines.locales[locale];
    if (spoken === locale) return { locale, title, message, lines };
    const other = this.helpLines.locales[spoken];
    return { locale, title, message: `${other.message}\n\n${message}`, lines: [...other.lines, ...lines] };
  }
}

const languageOf = (text: string): Locale => (/[\u1100-\u11FF\u3130-\u318F\uAC00-\uD7A3]/.test(text) ? 'ko' : 'en');
