import type { KnowledgeMetrics } from '@app/metrics';
import type { LoggerService } from '@nestjs/common';
import type { KnowledgeStatus } from './knowledge.store.js';

/**
 * Returns a handler that logs each status change and updates the metrics: a version was opened, or a problem was found
 * or resolved.
 */
export function reportKnowledgeStatus(
  metrics: KnowledgeMetrics,
  log: Pick<LoggerService, 'log' | 'warn'>,
): (status: KnowledgeStatus) => void {
  return (status) => {
    metrics.ready(status.ready);
    if (!status.ready) {
      const { code, reason, command } = status.problem;
      // Not warnings: both states resolve during start-up.
      if (code === 'model_unknown') log.log(`not ready: ${reason}`);
      else if (code === 'missing') log.log(`not ready: ${reason}; built at start, or by: ${command}`);
      else log.warn(`not ready: ${reason}; repair with: ${command}`);
      return;
    }
    for (const [table, rows] of Object.entries(status.rows)) metrics.rows(table, rows);
    metrics.version(status.revision);
    metrics.built(new Date(status.committedAt));
    const total = Object.values(status.rows).reduce((sum, rows) => sum + rows, 0);
    log.log(`serving version ${status.revision} of the knowledge tables, ${total} rows`);
  };
}
