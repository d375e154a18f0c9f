import { json, ok, problem } from './parts.js';
import { ADMIN, WITHOUT_KEY } from './security.js';

const INDICATORS = { type: 'object', additionalProperties: { type: 'object', required: ['status'] } };
const HEALTH = {
  type: 'object',
  required: ['status', 'details'],
  properties: { status: { type: 'string' }, info: INDICATORS, error: INDICATORS, details: INDICATORS },
};
const READY = {
  ...ok('Ready; `degraded` when something optional is missing.', HEALTH),
  '503': { description: 'Not ready, with the reason.', content: json(HEALTH) },
};
const ADMIN_ONLY = { '403': problem('Needs `ADMIN_KEY`.') };

const open = <Responses extends object>(summary: string, responses: Responses) => ({
  get: { tags: ['operations'], summary, ...WITHOUT_KEY, responses },
});
const page = (description: string) => ({
  '200': { description, content: { 'text/html': { schema: { type: 'string' } } } },
});

const text = (description: string) => ({
  '200': { description, content: { 'text/plain': { schema: { type: 'string' } } } },
});

/** Routes for probes, scrapers, operators and browsers. */
export const operationPaths = {
  '/': open('The web page', page('HTML.')),
  '/favicon.ico': open('Icon of the web page', {
    '200': { description: 'SVG.', content: { 'image/svg+xml': { schema: { type: 'string' } } } },
  }),
  '/openapi.json': open('This document', ok('OpenAPI 3.1.', { type: 'object' })),
  '/llms.txt': open('A summary for language-model agents', text('Markdown.')),
  '/version': open('Name and version of the server and of Node', ok('Versions.', { type: 'object' })),
  '/v1/stats': {
    ...open('Timing windows per operation', ok('avg, min, max, p50, p95, p99, count.', { type: 'object' })),
    delete: {
      tags: ['operations'],
      summary: 'Reset the timing windows',
      ...ADMIN,
      responses: { '204': { description: 'Reset.' }, ...ADMIN_ONLY },
    },
  },
  '/metrics': open('Prometheus metrics', text('Prometheus text format 0.0.4.')),
  '/health': open('Health in detail', READY),
  '/health/live': open('The process is alive', ok('Alive.', { type: 'object' })),
  '/livez': open('The same as `/health/live`', ok('Alive.', { type: 'object' })),
  '/healthz': open('The same as `/health/live`', ok('Alive.', { type: 'object' })),
  '/health/ready': open('Ready for readings', READY),
  '/readyz': open('The same as `/health/ready`', READY),
  '/ready': open('The same as `/health/ready`', READY),
  '/cache/stats': {
    get: {
      tags: ['operations'],
      summary: 'Contents of the caches',
      ...ADMIN,
      responses: { ...ok('Per layer.', { type: 'object' }), ...ADMIN_ONLY },
    },
  },
  '/cache/clear': {
    post: {
      tags: ['operations'],
      summary: 'Empty the caches on every replica',
      ...ADMIN,
      responses: { ...ok('`cleared`: number of Redis entries removed.', { type: 'object' }), ...ADMIN_ONLY },
    },
  },
};
