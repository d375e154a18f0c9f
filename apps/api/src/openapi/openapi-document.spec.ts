import { describe, expect, it } from '@jest/globals';
import { dreamReading, type ReadingDefinition } from '@app/readings';
import { Validator } from '@seriousme/openapi-schema-validator';
import { openApiDocument } from './openapi-document.js';

describe('openApiDocument', () => {
  const document = openApiDocument([dreamReading as unknown as ReadingDefinition]);

  it('describes each kind with the schema its requests are validated with', () => {
    const { requestBody } = document.paths['/v1/readings/dream']?.post ?? {};
    expect(requestBody).toMatchObject({
      content: { 'application/json': { schema: { required: ['dream'], properties: { dream: { maxLength: 4_000 } } } } },
    });
  });

  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    // The validator keeps the object; it is given a copy.
    const { valid, errors } = await validator.validate(structuredClone({ ...document }));
    expect([valid, errors]).toEqual([true, undefined]);
    expect(validator.version).toBe('3.1');
  });

  it('points only to schemas it has', () => {
    const refs = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect(refs.length).toBeGreaterThan(0);
    for (const name of refs) expect(document.components?.schemas).toHaveProperty(String(name));
  });
});
