import { MetricsRegistry } from '../metrics-registry.js';

/** A registry of its own, recording; hand it to a metrics class's constructor. */
export const recordingRegistry = (): MetricsRegistry => new MetricsRegistry({ metrics: true });
