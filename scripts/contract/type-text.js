/** JSON Schema, as Zod writes it, as TypeScript types. Covers what the schemas of the server use; throws on the rest. */

const PRIMITIVES = { string: 'string', number: 'number', integer: 'number', boolean: 'boolean', null: 'null' };
const MAX_LITERALS = 24;

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
const literal = (value) => (typeof value === 'string' ? `'${value.replaceAll("'", "\\'")}'` : JSON.stringify(value));
/** Of keywords that say nothing about the type. */
const isEmpty = (schema) => ['not', '$ref', 'allOf', 'prefixItems'].every((key) => !(key in schema));

/** The type of a schema; `indent` is that of the line it stands on. */
export function typeText(schema, indent = '') {
  if ('const' in schema) return literal(schema.const);
  if (schema.enum) return schema.enum.length > MAX_LITERALS ? 'string' : union(schema.enum.map(literal));
  if (schema.anyOf || schema.oneOf) return union((schema.anyOf ?? schema.oneOf).map((one) => typeText(one, indent)));
  if (schema.type === 'array') return arrayText(schema, indent);
  if (schema.type === 'object') return objectText(schema, indent);
  if (schema.type in PRIMITIVES) return PRIMITIVES[schema.type];
  if (isEmpty(schema)) return 'unknown';
  throw new Error(`No type for ${JSON.stringify(schema)}`);
}

const union = (types) => [...new Set(types)].join(' | ');

function arrayText({ items }, indent) {
  const item = typeText(items ?? {}, indent);
  return item.includes(' | ') && !item.startsWith('{') ? `readonly (${item})[]` : `readonly ${item}[]`;
}

function objectText({ properties, required = [], additionalProperties }, indent) {
  if (!properties) {
    return `Readonly<Record<string, ${typeText(typeof additionalProperties === 'object' ? additionalProperties : {}, indent)}>>`;
  }
  const members = Object.entries(properties).map(([name, schema]) =>
    memberText({ name, schema, required: required.includes(name) }, `${indent}  `),
  );
  const others = typeof additionalProperties === 'object' ? `${indent}  readonly [name: string]: unknown;\n` : '';
  return `{\n${members.join('')}${others}${indent}}`;
}

function memberText({ name, schema, required }, indent) {
  const comment = schema.description ? `${indent}/** ${sentence(schema.description)} */\n` : '';
  const key = IDENTIFIER.test(name) ? name : literal(name);
  return `${comment}${indent}readonly ${key}${required ? '' : '?'}: ${typeText(schema, indent)};\n`;
}

const sentence = (text) => (/[.…]$/.test(text) ? text : `${text}.`);

/** A named type with its description. */
export function declaration(name, schema) {
  const comment = schema.description ? `/** ${sentence(schema.description)} */\n` : '';
  const text = typeText(schema);
  return schema.properties
    ? `${comment}export interface ${name} ${text}\n`
    : `${comment}export type ${name} = ${text};\n`;
}
