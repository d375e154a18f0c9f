import { Inject } from '@nestjs/common';
import { assertNoCycle } from '@app/streaming';
import type { ReadingDefinition } from './reading-definition.js';

/** Every kind this server can read, by name. */
export class ReadingRegistry {
  readonly #definitions: ReadonlyMap<string, ReadingDefinition>;

  /** @throws SectionCycleError when a kind's sections wait for each other, naming the path; at start, not at a request. */
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
}

/** The definitions the registry is made of; a further kind is one more entry. */
export const READING_DEFINITIONS = Symbol('readings.READING_DEFINITIONS');
export const InjectReadingDefinitions = () => Inject(READING_DEFINITIONS);
