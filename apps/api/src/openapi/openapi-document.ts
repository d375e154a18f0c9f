import type { ReadingDefinition } from '@app/readings';
import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { PROBLEMS } from '../http/problem-codes.js';

type Schema = Readonly<Record<string, unknown>>;

const schemaOf = (schema: z.ZodType): Schema => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
};
const json = (schema: Schema) => ({ 'application/json': { schema } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
});
const header = (name: string, description: string) => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string' },
});

const STREAM = {
  description:
    'Server-Sent Events: `reading`, `retrieval` × 4, `section`, `delta`, `citation`, last `done`. With `Accept: application/json` the finished reading.',
  content: { 'text/event-stream': { schema: { type: 'string' } }, ...json(ref('Reading')) },
};

const FAILURES = {
  '400': problem('The body does not have the expected shape; `errors` names the fields.'),
  '413': problem('Larger than 64 KB.'),
  '415': problem('Not JSON.'),
  '422': problem('A date that never was, a card that is none.'),
  '503': problem('Busy or going away; `Retry-After` says when to try again.'),
};

function readingPath({ kind, input, sections }: ReadingDefinition) {
  return {
    post: {
      tags: ['readings'],
      operationId: `read-${kind}`,
      summary: `Read: ${kind}`,
      description: `Sections: ${sections.map(({ id }) => `\`${id}\``).join(', ')}.`,
      parameters: [
        { name: 'onDisconnect', in: 'query', required: false, schema: { enum: ['cancel', 'continue'] } },
        header('Idempotency-Key', 'Joins the reading that this key has started.'),
      ],
      requestBody: { required: true, content: json(schemaOf(input)) },
      responses: { '200': STREAM, ...FAILURES },
    },
  };
}

const get = (tag: string, summary: string, responses: object, rest: object = {}) => ({
  tags: [tag],
  summary,
  responses,
  ...rest,
});
const ok = (description: string) => ({ '200': { description } });
const readingId = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

/** OpenAPI 3.1 of the server: the kinds' schemas are the ones that requests are validated with. */
export function openApiDocument(kinds: readonly ReadingDefinition[]): OpenAPIObject {
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Saju Astro Chat reading server',
      version: '1',
      description:
        'One question in – a dream, a tarot spread, an I Ching cast, a birth chart –, one reading out, streamed while it is written.',
    },
    paths: {
      ...Object.fromEntries(kinds.map((definition) => [`/v1/readings/${definition.kind}`, readingPath(definition)])),
      '/v1/readings': { get: get('readings', 'The kinds, their sections and input schemas', ok('The kinds.')) },
      '/v1/readings/{id}/events': {
        get: get(
          'readings',
          'Read on after an event',
          {
            '200': STREAM,
            '204': { description: 'Finished, and everything has been read.' },
            '404': problem('Unknown.'),
            '410': problem('No longer kept.'),
          },
          { parameters: [readingId, header('Last-Event-ID', '`<readingId>.<seq>` of the last event that was read.')] },
        ),
      },
      '/v1/readings/{id}': {
        delete: get(
          'readings',
          'Stop a reading for everyone',
          { '204': { description: 'Stopped.' }, '404': problem('Unknown.') },
          { parameters: [readingId] },
        ),
      },
      '/v1/retrieve': {
        post: get(
          'retrieval',
          'The four retrievers alone',
          { ...ok('Per retriever: status, ms, passages with scores and their origin.'), '400': FAILURES['400'] },
          {
            requestBody: { required: true, content: json(ref('Retrieve')) },
          },
        ),
      },
      '/v1/stats': {
        get: get('operations', 'Timing windows per operation', ok('avg, min, max, p50, p95, p99, count.')),
      },
      '/metrics': { get: get('operations', 'Prometheus metrics', ok('Text exposition format.')) },
      '/health': { get: get('operations', 'Health in detail', ok('Every indicator.')) },
      '/health/live': { get: get('operations', 'The process answers', ok('Live.')) },
      '/health/ready': {
        get: get('operations', 'Ready for readings', {
          ...ok('Ready.'),
          '503': { description: 'Not ready, with the reason.' },
        }),
      },
    },
    components: {
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'code', 'requestId', 'retryable'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
            code: { enum: Object.keys(PROBLEMS) },
            requestId: { type: 'string' },
            retryable: { type: 'boolean' },
            errors: {
              type: 'array',
              items: { type: 'object', properties: { field: { type: 'string' }, message: { type: 'string' } } },
            },
          },
        },
        Reading: {
          type: 'object',
          required: ['reading', 'kind', 'status', 'texts'],
          properties: {
            reading: { type: 'string' },
            kind: { type: 'string' },
            locale: { enum: ['ko', 'en'] },
            facts: { type: 'object' },
            status: { enum: ['ok', 'partial', 'failed', 'cancelled', 'safety'] },
            texts: {
              type: 'array',
              items: { type: 'object', properties: { section: { type: 'string' }, full_text: { type: 'string' } } },
            },
            retrieval: { type: 'array', items: { type: 'object' } },
            citations: { type: 'array', items: { type: 'object' } },
            followups: { type: 'array', items: { type: 'string' } },
            timings: { type: 'object' },
          },
        },
        Retrieve: {
          type: 'object',
          required: ['query'],
          properties: {
            query: { type: 'string', maxLength: 4000 },
            locale: { enum: ['ko', 'en'] },
            kind: { type: 'string' },
            facts: { type: 'array', items: { type: 'string' } },
            collections: { type: 'array', items: { type: 'string' } },
            topK: { type: 'integer', minimum: 1, maximum: 50 },
          },
        },
      },
    },
  };
  return document as unknown as OpenAPIObject;
}
