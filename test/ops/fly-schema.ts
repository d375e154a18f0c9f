const check = {
  type: 'object',
  required: ['method', 'path', 'interval', 'timeout', 'grace_period'],
  additionalProperties: false,
  properties: {
    method: { enum: ['GET'] },
    path: { type: 'string', pattern: '^/health/' },
    interval: { type: 'string', pattern: '^\\d+s$' },
    timeout: { type: 'string', pattern: '^\\d+s$' },
    grace_period: { type: 'string', pattern: '^\\d+s$' },
  },
} as const;

/** The used part of fly.toml (https://fly.io/docs/reference/configuration). */
export const flySchema = {
  type: 'object',
  required: ['app', 'kill_signal', 'kill_timeout', 'env', 'http_service', 'mounts', 'vm'],
  additionalProperties: false,
  properties: {
    app: { type: 'string', pattern: '^[a-z0-9-]+$' },
    primary_region: { type: 'string', pattern: '^[a-z]{3}$' },
    kill_signal: { const: 'SIGTERM' },
    kill_timeout: { type: 'integer', minimum: 1, maximum: 300 },
    build: { type: 'object', additionalProperties: false, properties: { dockerfile: { type: 'string' } } },
    env: { type: 'object', additionalProperties: { type: 'string' } },
    mounts: {
      type: 'array',
      items: {
        type: 'object',
        required: ['source', 'destination'],
        additionalProperties: false,
        properties: { source: { type: 'string' }, destination: { const: '/data' } },
      },
    },
    http_service: {
      type: 'object',
      required: ['internal_port', 'checks'],
      additionalProperties: false,
      properties: {
        internal_port: { const: 3000 },
        force_https: { type: 'boolean' },
        auto_stop_machines: { enum: ['off', 'stop', 'suspend'] },
        auto_start_machines: { type: 'boolean' },
        min_machines_running: { type: 'integer', minimum: 0 },
        concurrency: {
          type: 'object',
          additionalProperties: false,
          properties: {
            type: { enum: ['requests', 'connections'] },
            soft_limit: { type: 'integer' },
            hard_limit: { type: 'integer' },
          },
        },
        checks: { type: 'array', minItems: 1, items: check },
      },
    },
    metrics: {
      type: 'object',
      required: ['port', 'path'],
      properties: { port: { const: 3000 }, path: { const: '/metrics' } },
    },
    vm: {
      type: 'array',
      items: { type: 'object', properties: { size: { type: 'string' }, memory: { type: 'string' } } },
    },
  },
} as const;
