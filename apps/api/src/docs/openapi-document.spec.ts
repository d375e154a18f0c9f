import { describe, expect, it } from '@jest/globals';
import { dreamReading, readingDefinitions } from '@app/readings';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Validator } from '@seriousme/openapi-schema-validator';
import { openApiDocument } from './openapi-document.js';

describe('openApiDocument', () => {
  const document = openApiDocument([dreamReading]);

  it('describes each kind with the schema its requests are validated with', () => {
    const { requestBody } = document.paths['/v1/readings/dream']?.post ?? {};
    expect(requestBody).toMatchObject({
      content: { 'application/json': { schema: { $ref: '#/components/schemas/DreamInput' } } },
    });
    expect(document.components?.schemas?.['DreamInput']).toMatchObject({
      required: ['dream'],
      properties: { dream: { maxLength: 4_000 } },
    });
  });

  it('gives every operation a name that is an identifier and occurs once', () => {
    const ids = operations(document).map(({ operationId }) => operationId);
    expect(ids).toEqual(expect.arrayContaining(['readDream', 'resumeReading', 'stopReading', 'postAskStream']));
    expect(ids.filter((id) => !/^[a-z][A-Za-z0-9]*$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('shows an example for each kind that its schema accepts', () => {
    for (const { kind, input, example } of readingDefinitions)
      expect([kind, input.safeParse(example).success]).toEqual([kind, true]);
  });

  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    // The validator keeps a reference to its argument, so pass a copy.
    const { valid, errors } = await validator.validate(structuredClone({ ...document }));
    expect([valid, errors]).toEqual([true, undefined]);
    expect(validator.version).toBe('3.1');
  });

  it('has a target for every reference', () => {
    const refs = [...JSON.stringify(document).matchAll(/"#\/components\/(\w+)\/(\w+)"/g)];
    const parts = { ...document.components } as Readonly<Record<string, object>>;
    expect(new Set(refs.map(([, part]) => part))).toEqual(new Set(['schemas', 'parameters', 'headers']));
    for (const [, part = '', name = ''] of refs) expect(parts[part]).toHaveProperty(name);
  });

  it('documents request ids and error shapes of every operation', () => {
    for (const { parameters, responses } of operations(document)) {
      expect(parameters).toContainEqual({ $ref: '#/components/parameters/RequestId' });
      expect(responses['default']).toHaveProperty('content');
      for (const [status, { headers, content }] of Object.entries(responses)) {
        expect(headers).toHaveProperty('X-Request-Id');
        if (/^4|default/.test(status)) expect(Object.keys(content ?? {})).toEqual(['application/problem+json']);
        if (/429|503/.test(status)) expect(headers).toHaveProperty('Retry-After');
      }
    }
  });

  it('documents missing keys and rate limits of every operation that needs a key', () => {
    const keyed = operations(document).filter(({ security }) => security === undefined);
    expect(keyed.length).toBeGreaterThan(10);
    for (const { responses } of keyed) {
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '429']));
      for (const [status, { headers }] of Object.entries(responses))
        expect('RateLimit' in headers).toBe(status !== '401');
    }
  });

  it('documents idempotency keys and cache control of every reading', () => {
    const readings = operations(document).filter(({ responses }) => responses['200']?.headers['X-Reading-Id']);
    expect(readings.map(({ method, path }) => `${method} ${path}`)).toEqual(
      expect.arrayContaining(['post /v1/readings/dream', 'post /ask-stream', 'get /v1/readings/{id}/events']),
    );
    for (const { method, parameters } of readings) {
      const expected = method === 'get' ? ['LastEventId'] : ['IdempotencyKey', 'CacheControl'];
      for (const name of expected) expect(parameters).toContainEqual({ $ref: `#/components/parameters/${name}` });
    }
  });
});

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
  readonly security?: readonly object[];
  readonly parameters: readonly object[];
  readonly responses: Readonly<
    Record<string, { readonly headers: Readonly<Record<string, object>>; readonly content?: object }>
  >;
}

const operations = ({ paths }: OpenAPIObject): readonly Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...(operation as Operation), method, path })),
  );
