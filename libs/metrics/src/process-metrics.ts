import { type Registry, collectDefaultMetrics } from 'prom-client';

/** Gauges that prom-client names like counters; `promtool check metrics` refuses them, and their number is also the
 *  sum of the same gauge without `_total`. */
const MISNAMED = ['nodejs_active_handles_total', 'nodejs_active_requests_total', 'nodejs_active_resources_total'];

/** The lag of a loop that is busy for a second shows in the next scrape, at this grain. */
const LOOP_LAG_PRECISION_MS = 10;

/** What Node.js says of itself: CPU, memory, garbage collection, event-loop lag, open handles. */
export function collectProcessMetrics(register: Registry): void {
  collectDefaultMetrics({ register, eventLoopMonitoringPrecision: LOOP_LAG_PRECISION_MS });
  for (const name of MISNAMED) register.removeSingleMetric(name);
}
