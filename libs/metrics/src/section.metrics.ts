import { Injectable } from '@nestjs/common';
import { MODEL_SECONDS, TEXT_CHARACTERS } from './buckets.js';
import { label } from './label-sets.js';
import { MetricsRegistry } from './metrics-registry.js';
import { RegisteredLabel } from './registered-label.js';
import { TimingWindows, operationNames } from './timing-windows.js';

/** A section with its title, in one kind of reading. */
export interface SectionTitle {
  readonly kind: string;
  readonly section: string;
  readonly title: string;
}

export interface SectionSample {
  readonly section: string;
  /** `done`, or the code of the failure. */
  readonly outcome: string;
  readonly ms: number;
  /** Time to the first text; undefined when there was no text. */
  readonly ttftMs: number | undefined;
  readonly characters: number;
  readonly tokens: number;
}

const sectionOf = operationNames((section) => `section_${section}`);
const charactersOf = operationNames((section) => `section_${section}_chars`);
const firstTokenOf = operationNames((section) => `section_${section}_ttft`);

@Injectable()
export class SectionMetrics {
  readonly #duration;
  readonly #firstToken;
  readonly #betweenTokens;
  readonly #characters;
  readonly #tokens;
  readonly #droppedCitations;
  readonly #info;
  readonly #sections = new RegisteredLabel();

  constructor(
    private readonly registry: MetricsRegistry,
    private readonly windows: TimingWindows,
  ) {
    this.#duration = registry.histogram(
      'reading_section_duration_seconds',
      'Time of one section from its start to its end.',
      MODEL_SECONDS,
      ['section', 'outcome'],
    );
    this.#firstToken = registry.histogram(
      'reading_section_first_token_seconds',
      'Time from a section’s start to its first text.',
      MODEL_SECONDS,
      ['section'],
    );
    this.#betweenTokens = registry.histogram(
      'reading_section_between_tokens_seconds',
      'Mean time between two pieces of text of a section.',
      MODEL_SECONDS,
      ['section'],
    );
    this.#characters = registry.histogram(
      'reading_section_characters',
      'Characters of a section’s text.',
      TEXT_CHARACTERS,
      ['section'],
    );
    this.#tokens = registry.counter(
      'reading_section_tokens_total',
      'Tokens (or pieces, where the upstream does not count) of all sections.',
      ['section'],
    );
    this.#droppedCitations = registry.counter(
      'reading_citations_dropped_total',
      'Citation numbers in a text that no retrieval event had announced.',
    );
    this.#info = registry.gauge('reading_section_info', 'Sections and their titles; always 1.', [
      'kind',
      'section',
      'title',
    ]);
  }

  /** Registers the sections of this process; others are counted as `other`. */
  register(sections: readonly SectionTitle[]): void {
    this.#sections.register(sections.map(({ section }) => section));
    if (!this.registry.enabled) return;
    for (const { kind, section, title } of sections) this.#info.set({ kind, section, title }, 1);
  }

  ended({ section: name, outcome, ms, ttftMs, characters, tokens }: SectionSample): void {
    if (!this.registry.enabled) return;
    const known = this.#sections.of(name);
    this.#duration.observe({ section: known, outcome: label('sectionOutcome', outcome) }, ms / 1_000);
    this.#characters.observe({ section: known }, characters);
    this.#tokens.inc({ section: known }, tokens);
    this.windows.observe(sectionOf(known), ms);
    this.windows.observe(charactersOf(known), characters);
    if (ttftMs === undefined) return;
    this.#firstToken.observe({ section: known }, ttftMs / 1_000);
    this.windows.observe(firstTokenOf(known), ttftMs);
    if (tokens > 1) this.#betweenTokens.observe({ section: known }, (ms - ttftMs) / (tokens - 1) / 1_000);
  }

  citationDropped(): void {
    if (this.registry.enabled) this.#droppedCitations.inc();
  }
}
