import { MetricsRegistry } from '../metrics-registry.js';

/** A new, recording registry to pass to a metrics class. */
export const recordingRegistry = (): MetricsRegistry => new MetricsRegistry({ metrics: true });
