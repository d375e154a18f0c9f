import type { HttpMetrics } from '@app/metrics';
import type { RequestHandler } from 'express';

const METHODS = ['GET', 'POST', 'HEAD', 'OPTIONS'];
const ROUTES = ['/v1/embeddings', '/v1/models', '/health/live', '/health/ready', '/metrics'];
const among = (known: readonly string[], value = '') => (known.includes(value) ? value : 'other');

/** Times every request to its end, refused ones too: it must come before the body is read. */
export const measureRequests =
  (metrics: HttpMetrics): RequestHandler =>
  ({ method, originalUrl }, response, next) => {
    const startedAt = performance.now();
    const route = among(ROUTES, originalUrl.split('?')[0]);
    response.once('close', () => {
      metrics.observe(among(METHODS, method), route, response.statusCode, performance.now() - startedAt);
    });
    next();
  };
