import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '@app/config';
import type { EntityReference } from '@app/rag';
import { z } from 'zod';
import { applies, requirement } from './context-applies.js';
import type { Scene } from './scene/scene.js';

const FILE = join('domain', 'dream.jsonl');

const record = z.object({
  id: z.string(),
  contexts: z.array(z.object({ requires: z.array(requirement).default([]) })).default([]),
});

/** Facets of a record that apply to every scene. */
const ALWAYS = ['folk', 'psyche'];

/** The requirements of each context of the dream records. */
export class ContextConditions {
  readonly #records: ReadonlyMap<string, z.infer<typeof record>['contexts']>;

  constructor(records: readonly z.infer<typeof record>[] = []) {
    this.#records = new Map(records.map(({ id, contexts }) => [id, contexts]));
  }

  /**
   * Adds to references the facets that apply to the scene, those with most requirements first. References that already have facets, or whose record has no
   * contexts, stay unchanged.
   */
  narrow(entities: readonly EntityReference[], scene: Scene): readonly EntityReference[] {
    return entities.map((entity) => {
      const contexts = this.#records.get(entity.id);
      if (!contexts || entity.facets) return entity;
      const applicable = contexts
        .map(({ requires }, index) => ({ requires, name: `context-${index + 1}` }))
        .filter(({ requires }) => applies(entity.id, requires, scene))
        .toSorted((a, b) => b.requires.length - a.requires.length);
      return { ...entity, facets: [...applicable.map(({ name }) => name), ...ALWAYS] };
    });
  }
}

/** @throws ConfigurationError when the records cannot be read */
export function readContextConditions(knowledgeDir: string): ContextConditions {
  try {
    const lines = readFileSync(join(knowledgeDir, FILE), 'utf8').split('\n');
    return new ContextConditions(lines.filter((line) => line !== '').map((line) => record.parse(JSON.parse(line))));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it cannot be read';
    throw new ConfigurationError([`KNOWLEDGE_DIR: ${FILE} cannot be used: ${reason}`]);
  }
}
