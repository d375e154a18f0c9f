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

/** For probes, scrapers, operators and people. */
export const operationPaths = {
  '/': open('The web page', page('HTML.')),
  '/v1/stats': {
    ...open('Timing windows per operation', ok('avg, min, max, p50, p95, p99, count.', { type: 'object' })),
    delete: {
      tags: ['operations'],
      summary: 'Forget the timing windows',
      ...ADMIN,
      responses: { '204': { description: 'Forgotten.' }, ...ADMIN_ONLY },
    },
  },
  '/metrics': open('Prometheus metrics', {
    '200': { description: 'Text exposition format.', content: { 'text/plain': { schema: { type: 'string' } } } },
  }),
  '/health': open('Health in detail', READY),
  '/health/live': open('The process answers', ok('Live.', { type: 'object' })),
  '/livez': open('The same as `/health/live`', ok('Live.', { type: 'object' })),
  '/healthz': open('The same as `/health/live`', ok('Live.', { type: 'object' })),
  '/health/ready': open('Ready for readings', READY),
  '/readyz': open('The same as `/health/ready`', READY),
  '/ready': open('The same as `/health/ready`', READY),
  '/cache/stats': {
    get: {
      tags: ['operations'],
      summary: 'What the caches hold',
      ...ADMIN,
      responses: { ...ok('Per layer.', { type: 'object' }), ...ADMIN_ONLY },
    },
  },
  '/cache/clear': {
    post: {
      tags: ['operations'],
      summary: 'Empty the caches on every replica',
      ...ADMIN,
      responses: { ...ok('`cleared`: what was taken out of Redis.', { type: 'object' }), ...ADMIN_ONLY },
    },
  },
};
