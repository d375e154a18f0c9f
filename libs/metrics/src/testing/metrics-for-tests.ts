import { MetricsRegistry } from '../metrics-registry.js';

/** Creates an enabled registry to pass to a metrics class. */
export const recordingRegistry = (): MetricsRegistry => new MetricsRegistry({ metrics: true });
