import { setTimeout as delay } from 'node:timers/promises';
import type { KnowledgeProblem } from '@app/knowledge';

/** Delay between two attempts; a failed start usually depends on another process or on an operator. */
const RETRY_MS = 5_000;

export interface Preparation {
  /** Rejects when the embedder or the tables are unavailable. */
  readonly attempt: () => Promise<void>;
  /** Called with each new problem, and with undefined after an attempt has succeeded. */
  readonly report: (problem: KnowledgeProblem | undefined) => void;
}

/**
 * Retries until an attempt succeeds, so that a missing server, a full disk or missing permissions do not end the start.
 */
export async function untilPrepared({ attempt, report }: Preparation, retryMs = RETRY_MS): Promise<void> {
  let reported = '';
  for (;;) {
    try {
      await attempt();
      return report(undefined);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.reason !== reported) report(problem);
      reported = problem.reason;
    }
    await delay(retryMs, undefined, { ref: false });
  }
}

/** File system errors in the wording of Node and of the native library of the tables. */
const FILE_PROBLEMS: readonly (readonly [RegExp, string, string])[] = [
  [/ENOSPC|EDQUOT|No space left|os error 28|Disk quota/i, 'the disk is full', 'df -h "$DATA_DIR"'],
  [/EROFS|Read-only file system|os error 30/i, 'DATA_DIR is on a read-only file system', 'mount | grep " ro[ ,]"'],
  [/EACCES|EPERM|Permission denied|os error 13/i, 'DATA_DIR cannot be written', 'ls -ld "$DATA_DIR"'],
  [/ENOTDIR|EEXIST|Not a directory|os error 20/i, 'DATA_DIR is not a folder', 'ls -ld "$DATA_DIR"'],
];

/**
 * Converts an error to a problem that is shown to operators. Before the server is ready, errors contain neither secrets
 * nor users' texts.
 */
export function problemOf(error: unknown): KnowledgeProblem {
  const { code = '', message: reason = '' } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  // By its code, because the error may come from the process that builds the tables.
  if (code.startsWith('embedding.')) return { code: 'build_failed', reason, command: 'curl "$EMBEDDINGS_URL/models"' };
  const message = `${code} ${reason}`;
  const found = FILE_PROBLEMS.find(([pattern]) => pattern.test(message));
  if (found) return { code: 'build_failed', reason: found[1], command: found[2] };
  const [firstLine = ''] = message.trim().split('\n');
  return { code: 'build_failed', reason: firstLine || 'the tables cannot be built', command: 'npm run rag -- rebuild' };
}
