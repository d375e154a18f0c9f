import { LIMITED, UNAUTHORIZED, WITHOUT_KEY, ok, problem } from './parts.js';

const READY = {
  ...ok('Ready.', { type: 'object' }),
  '503': { description: 'Not ready, with the reason.' },
};
const ADMIN = { security: [{ bearer: [] }, { apiKey: [] }] };
const ADMIN_ONLY = { '403': problem('Needs `ADMIN_KEY`.') };

const open = (summary: string, responses: object) => ({
  get: { tags: ['operations'], summary, ...WITHOUT_KEY, responses },
});
const page = (description: string) => ({
  '200': { description, content: { 'text/html': { schema: { type: 'string' } } } },
});

/** For probes, scrapers, operators and people. */
export const operationPaths = {
  '/': open('The web page', page('HTML.')),
  '/v1/stats': {
    get: {
      tags: ['operations'],
      summary: 'Timing windows per operation',
      responses: { ...ok('avg, min, max, p50, p95, p99, count.', { type: 'object' }), ...UNAUTHORIZED, ...LIMITED },
    },
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
