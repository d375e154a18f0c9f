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
      const { code, reason, command } = status.problem;
      // Nothing to mend: the server's start makes what is not there.
      if (code === 'missing') log.log(`not ready: ${reason}; the start makes them, and so does: ${command}`);
      else log.warn(`not ready: ${reason}; mend it with: ${command}`);
      return;
    }
    for (const [table, rows] of Object.entries(status.rows)) metrics.rows(table, rows);
    metrics.version(status.revision);
    metrics.built(new Date(status.committedAt));
    const total = Object.values(status.rows).reduce((sum, rows) => sum + rows, 0);
    log.log(`serving version ${status.revision} of the knowledge tables, ${total} rows`);
  };
}
