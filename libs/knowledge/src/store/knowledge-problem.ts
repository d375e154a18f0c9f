export type KnowledgeProblemCode = 'missing' | 'mismatch' | 'corrupt' | 'unreachable' | 'build_failed';

/** Why the tables cannot be read. For operators: no user's words, no secrets. */
export interface KnowledgeProblem {
  readonly code: KnowledgeProblemCode;
  /** One sentence. */
  readonly reason: string;
  /** The command that repairs it. */
  readonly command: string;
}

export const REBUILD_COMMAND = 'npm run rag -- rebuild';

export const problem = (code: KnowledgeProblemCode, reason: string): KnowledgeProblem => ({
  code,
  reason,
  command: REBUILD_COMMAND,
});

/** A problem thrown where there is no way around it. */
export class KnowledgeError extends Error {
  readonly code = 'knowledge.unusable';

  constructor(
    readonly problem: KnowledgeProblem,
    options?: ErrorOptions,
  ) {
    super(`${problem.reason} (${problem.command})`, options);
  }
}
