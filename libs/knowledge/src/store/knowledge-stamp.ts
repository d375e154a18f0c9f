import { type KnowledgeProblem, problem } from './knowledge-problem.js';
import { KNOWLEDGE_TABLES } from './knowledge-row.js';
import type { Manifest } from './manifest.js';

/** Versions with which a table's rows were built. A table with another stamp gives wrong search results. */
export interface KnowledgeStamp {
  /** Name of the embedding model. */
  readonly model: string;
  /** Length of the model's vectors. */
  readonly dimensions: number;
  /** `ANALYZER_VERSION` with which the token columns were built. */
  readonly analyzer: string;
  /** Hash of the built-in knowledge files (the pack). */
  readonly pack: string;
}

const FIELDS: ReadonlyArray<readonly [keyof KnowledgeStamp, string]> = [
  ['model', 'embedding model'],
  ['dimensions', 'vector dimensions'],
  ['analyzer', 'analyzer'],
  ['pack', 'knowledge pack'],
];

/** Returns the problem of tables that were built with other versions than the expected ones. */
export function stampMismatch({ tables }: Manifest, expected: KnowledgeStamp): KnowledgeProblem | undefined {
  const differences = KNOWLEDGE_TABLES.flatMap((name) =>
    FIELDS.filter(([field]) => tables[name].stamp[field] !== expected[field]).map(
      ([field, label]) => `${label} is ${tables[name].stamp[field]}, configured is ${expected[field]}`,
    ),
  );
  return differences.length === 0 ? undefined : problem('mismatch', [...new Set(differences)].join('; '));
}
