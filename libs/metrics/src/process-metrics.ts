import { type Registry, collectDefaultMetrics } from 'prom-client';

/**
 * Gauges that prom-client names like counters, which `promtool check metrics` rejects. The same gauges without `_total`
 * sum to the same value.
 */
const MISNAMED = ['nodejs_active_handles_total', 'nodejs_active_requests_total', 'nodejs_active_resources_total'];

/** Resolution of the event-loop lag histogram. */
const LOOP_LAG_PRECISION_MS = 10;

/** Node.js process metrics: CPU, memory, garbage collection, event-loop lag, open handles. */
export function collectProcessMetrics(register: Registry): void {
  collectDefaultMetrics({ register, eventLoopMonitoringPrecision: LOOP_LAG_PRECISION_MS });
  for (const name of MISNAMED) register.removeSingleMetric(name);
}
