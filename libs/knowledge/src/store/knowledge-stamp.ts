/** Versions that a table's rows were built with. Rows with another stamp give wrong search results. */
export interface KnowledgeStamp {
  /** Name of the embedding model. */
  readonly model: string;
  /** Length of its vectors. */
  readonly dimensions: number;
  /** `ANALYZER_VERSION` of the token column. */
  readonly analyzer: string;
  /** Fingerprint of the pack's files. */
  readonly pack: string;
}

const FIELDS: ReadonlyArray<readonly [keyof KnowledgeStamp, string]> = [
  ['model', 'embedding model'],
  ['dimensions', 'vector dimensions'],
  ['analyzer', 'analyzer'],
  ['pack', 'knowledge pack'],
];

/** One phrase a difference, for operators; empty when they are equal. */
export function stampDifferences(found: KnowledgeStamp, expected: KnowledgeStamp): readonly string[] {
  return FIELDS.filter(([field]) => found[field] !== expected[field]).map(
    ([field, name]) => `${name} is ${found[field]}, configured is ${expected[field]}`,
  );
}
