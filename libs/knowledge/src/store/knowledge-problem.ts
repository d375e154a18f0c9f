export type KnowledgeProblemCode = 'missing' | 'mismatch' | 'corrupt' | 'model_unknown' | 'build_failed';

/** Why the tables cannot be read. For operators: contains no user input and no secrets. */
export interface KnowledgeProblem {
  readonly code: KnowledgeProblemCode;
  /** The reason in one sentence. */
  readonly reason: string;
  /** Command that repairs the problem. */
  readonly command: string;
}

export const REBUILD_COMMAND = 'npm run rag -- rebuild';

export const problem = (code: KnowledgeProblemCode, reason: string): KnowledgeProblem => ({
  code,
  reason,
  command: REBUILD_COMMAND,
});

export const NO_TABLES = problem('missing', 'there are no knowledge tables yet');

/** Thrown when an operation cannot continue because of the problem. */
export class KnowledgeError extends Error {
  readonly code = 'knowledge.unusable';

  constructor(
    readonly problem: KnowledgeProblem,
    options?: ErrorOptions,
  ) {
    super(`${problem.reason} (${problem.command})`, options);
  }
}
