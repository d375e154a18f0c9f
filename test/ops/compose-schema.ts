/** The used part of the Compose Specification (https://github.com/compose-spec/compose-spec). Every service requires
 *  limits, a health check, a non-root user and a read-only file system except for volumes. */
const strings = { type: 'array', items: { type: 'string' } } as const;
const environment = { type: 'object', additionalProperties: { type: 'string' } } as const;
const duration = { type: 'string', pattern: '^\\d+(?:ms|s|m|h)$' } as const;

export const composeSchema = {
  type: 'object',
  required: ['services'],
  additionalProperties: false,
  patternProperties: { '^x-': {} },
  properties: {
    name: { type: 'string', pattern: '^[a-z0-9][a-z0-9_-]*$' },
    volumes: { type: 'object', additionalProperties: { type: ['null', 'object'] } },
    services: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        required: ['image', 'user', 'read_only', 'mem_limit', 'healthcheck', 'restart', 'cap_drop', 'security_opt'],
        properties: {
          image: { type: 'string', pattern: '^[a-z0-9./-]+:[A-Za-z0-9._-]+$' },
          build: { type: 'string' },
          command: strings,
          profiles: strings,
          environment,
          ports: {
            type: 'array',
            items: { type: 'string', pattern: '^(?:[^:]+|\\$\\{[^}]+\\}):(?:\\d+|\\$\\{[^}]+\\}):\\d+$' },
          },
          volumes: { type: 'array', items: { type: 'string', pattern: '^(?:[./a-z][^:]*:)?/[^:]+(?::ro)?$' } },
          tmpfs: strings,
          user: { type: 'string', not: { enum: ['root', '0'] } },
          read_only: { const: true },
          cap_drop: { const: ['ALL'] },
          security_opt: { const: ['no-new-privileges:true'] },
          mem_limit: { type: 'string', pattern: '^\\d+[mg]$' },
          stop_grace_period: duration,
          restart: { enum: ['unless-stopped'] },
          deploy: {
            type: 'object',
            additionalProperties: false,
            properties: { replicas: { type: 'integer', minimum: 1 } },
          },
          depends_on: {
            type: 'object',
            additionalProperties: {
              type: 'object',
              required: ['condition'],
              additionalProperties: false,
              properties: { condition: { enum: ['service_healthy', 'service_started'] } },
            },
          },
          healthcheck: {
            type: 'object',
            required: ['test', 'interval', 'timeout', 'retries'],
            additionalProperties: false,
            properties: {
              test: strings,
              interval: duration,
              timeout: duration,
              start_period: duration,
              retries: { type: 'integer' },
            },
          },
        },
      },
    },
  },
} as const;
