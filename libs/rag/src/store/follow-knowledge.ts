import type { KnowledgeMetrics } from '@app/metrics';
import type { LoggerService } from '@nestjs/common';
import type { KnowledgeStatus } from './knowledge.store.js';

/** Says once what changed about the tables: a version opened, a problem found or gone. */
export function followKnowledge(
  metrics: KnowledgeMetrics,
  log: Pick<LoggerService, 'log' | 'warn'>,
): (status: KnowledgeStatus) => void {
  return (status) => {
    metrics.ready(status.ready);
    if (!status.ready) {
      log.warn(`not ready: ${status.problem.reason}; mend it with: ${status.problem.command}`);
      return;
    }
    for (const [table, rows] of Object.entries(status.rows)) metrics.rows(table, rows);
    metrics.version(status.revision);
    metrics.built(new Date(status.committedAt));
    const total = Object.values(status.rows).reduce((sum, rows) => sum + rows, 0);
    log.log(`serving version ${status.revision} of the knowledge tables, ${total} rows`);
  };
}
