import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readingDefinitions } from '@app/readings';
import { encodeFrame, eventData } from '@app/streaming';
import { EXAMPLE } from './example-reading.js';
import { contractFiles } from './files.js';
import { typeText } from './type-text.js';

describe('generated files', () => {
  it.each(contractFiles({ eventData, encodeFrame, definitions: readingDefinitions }))(
    '%s is current (npm run contract)',
    (path, content) => {
      expect(readFileSync(path, 'utf8')).toBe(content);
    },
  );

  it('show an example that follows the schemas', () => {
    expect(new Set(EXAMPLE.map(({ event }) => event))).toEqual(
      new Set(['reading', 'retrieval', 'section', 'delta', 'citation', 'done']),
    );
    for (const { event, data } of EXAMPLE) expect(eventData[event as keyof typeof eventData].parse(data)).toEqual(data);
  });
});

describe('typeText', () => {
  it.each([
    [{ type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'null' }] } }, 'readonly (string | null)[]'],
    [{ enum: ['a', "b'c"] }, "'a' | 'b\\'c'"],
    [{ type: 'object', additionalProperties: { type: 'number' } }, 'Readonly<Record<string, number>>'],
    [{}, 'unknown'],
  ])('writes %j as %s', (schema, text) => {
    expect(typeText(schema)).toBe(text);
  });

  it('refuses what it does not know', () => {
    expect(() => typeText({ not: {} })).toThrow('No type for');
  });
});
