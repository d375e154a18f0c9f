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

/** Describes each difference in one phrase, for operators; empty when the stamps are equal. */
export function stampDifferences(found: KnowledgeStamp, expected: KnowledgeStamp): readonly string[] {
  return FIELDS.filter(([field]) => found[field] !== expected[field]).map(
    ([field, name]) => `${name} is ${found[field]}, configured is ${expected[field]}`,
  );
}
