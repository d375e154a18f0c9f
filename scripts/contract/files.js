import { z } from 'zod';
import { clientTypes } from './client-types.js';
import { streamDocument } from './stream-document.js';

const ANY_OBJECT = { type: 'object' };
const schemaOf = (schema, io) => z.toJSONSchema(schema, { io, unrepresentable: 'any' });

/**
 * The files generated from the server's schemas, as `[path, content]`.
 * @param eventData Zod schema of each event's data, by name
 * @param definitions definitions of the kinds of readings
 * @param encodeFrame the server's encoder, used for the example
 */
export function contractFiles({ eventData, definitions, encodeFrame }) {
  const events = Object.fromEntries(
    Object.entries(eventData).map(([name, schema]) => [name, schemaOf(schema, 'output')]),
  );
  const kinds = definitions.map(({ kind, input, facts }) => ({
    kind,
    input: schemaOf(input, 'input'),
    facts: facts ? schemaOf(facts, 'output') : ANY_OBJECT,
  }));
  return [
    ['clients/typescript/src/contract.generated.ts', clientTypes(events, kinds)],
    ['docs/stream.md', streamDocument(events, encodeFrame)],
  ];
}
