import type { ReadingDefinition } from '@app/readings';
import { eventData, readingDocument } from '@app/streaming';
import { z } from 'zod';
import { type Schema, ref, schemaName, schemaOf } from './parts.js';

/** Schema of a whole event with this name, as clients receive it. */
const wholeEvent = (name: string, data: z.ZodType): z.ZodType =>
  z.object({ id: z.string().describe('`<reading>.<number>`'), event: z.literal(name), data });

/** The same schemas as OpenAPI components: `DreamInput`, `DreamFacts`, `DreamReading`, `ReadingEvent`, `DeltaData`. */
export function componentSchemas(kinds: readonly ReadingDefinition[]): Readonly<Record<string, Schema>> {
  const schemas = jsonSchemas(kinds);
  const { event, document, ...named } = Object.fromEntries(schemas);
  const ofKinds = kinds.map(({ kind }) => {
    const facts = { type: 'object', properties: { facts: ref(`${schemaName(kind)}Facts`) } };
    return [`${schemaName(kind)}Reading`, { allOf: [ref('Reading'), facts] }];
  });
  const rest = Object.entries(named).map(([name, schema]) => [
    name in eventData ? `${schemaName(name)}Data` : schemaName(name),
    schema,
  ]);
  return { ReadingEvent: event, Reading: document, ...Object.fromEntries([...rest, ...ofKinds]) } as never;
}

/**
 * Published JSON Schemas by name: the data of every event, `event` (any whole event), `document` (a finished reading),
 * and `{kind}.input`, `{kind}.facts`. Additional keys are allowed everywhere, because new ones may be added.
 */
export function jsonSchemas(kinds: readonly ReadingDefinition[]): ReadonlyMap<string, Schema> {
  const events = Object.entries(eventData);
  const whole = z.union(events.map(([name, data]) => wholeEvent(name, data)));
  return new Map([
    ['event', schemaOf(whole)],
    ...events.map(([name, data]) => [name, schemaOf(data)] as const),
    ['document', schemaOf(readingDocument)],
    ...kinds.flatMap(({ kind, input, facts }) => [
      [`${kind}.input`, schemaOf(input)] as const,
      [`${kind}.facts`, facts ? schemaOf(facts) : { type: 'object' }] as const,
    ]),
  ]);
}
