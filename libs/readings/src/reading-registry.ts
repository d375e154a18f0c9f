import { assertNoCycle } from '@app/streaming';
import type { ReadingDefinition, SectionDefinition } from './reading-definition.js';

/** All kinds of readings by name. */
export class ReadingRegistry {
  readonly #definitions: ReadonlyMap<string, ReadingDefinition>;

  /** @throws SectionCycleError that names the path when sections of a kind depend on each other in a cycle */
  constructor(definitions: readonly ReadingDefinition[]) {
    for (const { sections } of definitions) assertNoCycle(sections.map(({ id, after }) => ({ section: id, after })));
    this.#definitions = new Map(definitions.map((definition) => [definition.kind, definition]));
  }

  get(kind: string): ReadingDefinition | undefined {
    return this.#definitions.get(kind);
  }

  all(): readonly ReadingDefinition[] {
    return [...this.#definitions.values()];
  }

  /** The sections of every kind, in the order they are listed. */
  sections(): readonly (SectionDefinition & { readonly kind: string })[] {
    return this.all().flatMap(({ kind, sections }) => sections.map((section) => ({ ...section, kind })));
  }
}

/** Injection token of the list of definitions. */
export const READING_DEFINITIONS = Symbol('readings.READING_DEFINITIONS');
