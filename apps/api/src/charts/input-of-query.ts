import { z } from 'zod';
import { schemaOf } from '../docs/parts.js';

interface Property {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Property[];
  readonly const?: unknown;
  readonly items?: Property;
  readonly properties?: Readonly<Record<string, Property>>;
}

const query = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/**
 * Converts query parameters to the JSON of a request body: a dot nests names (`first.date`), lists are repeated or
 * comma-separated, and numbers and booleans are converted where the schema has them. Values that cannot be converted
 * stay text, so that schema validation rejects them.
 * @throws ZodError
 */
export function inputOfQuery(schema: z.ZodType, parameters: unknown): Readonly<Record<string, unknown>> {
  const root = schemaOf(schema) as Property;
  const input: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(query.parse(parameters))) {
    const [head = '', ...rest] = name.split('.');
    const property = root.properties?.[head];
    if (rest.length === 0) input[head] = read(value, property);
    else {
      const tail = rest.join('.');
      input[head] = { ...(input[head] as object | undefined), [tail]: read(value, property?.properties?.[tail]) };
    }
  }
  return input;
}

/** JSON types that a property accepts; `nullish` schemas produce an `anyOf`. */
const typesOf = ({ type, anyOf = [], const: only }: Property): readonly string[] => [
  ...(type === undefined ? [] : [type].flat()),
  ...(only === undefined ? [] : [typeof only]),
  ...anyOf.flatMap(typesOf),
];

function read(value: string | readonly string[], property: Property = {}): unknown {
  const types = typesOf(property);
  if (types.includes('array')) {
    const items = typeof value === 'string' ? value.split(',') : value;
    const itemOf = property.items ?? property.anyOf?.find(({ items: each }) => each)?.items;
    return items.map((item) => read(item.trim(), itemOf));
  }
  const [text] = [value].flat();
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  const isNumeric = (types.includes('number') || types.includes('integer')) && !types.includes('string');
  return isNumeric && text && /^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : value;
}
