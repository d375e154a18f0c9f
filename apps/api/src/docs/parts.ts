import { z } from 'zod';

export type Schema = Readonly<Record<string, unknown>>;

/** JSON Schema of a validation schema. */
export const schemaOf = (schema: z.ZodType): Schema => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
};

/** Converts `dream-chat` to `DreamChat`, for names of schemas and operations. */
export const schemaName = (name: string): string =>
  name.replaceAll(/(?:^|\W)(\w)/g, (_, letter: string) => letter.toUpperCase());

export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
export const json = (schema: Schema) => ({ 'application/json': { schema } });
export const body = (schema: Schema, example?: object) => ({
  required: true,
  content: { 'application/json': { schema, ...(example && { example }) } },
});
export const ok = (description: string, schema?: Schema) => ({
  '200': { description, ...(schema && { content: json(schema) }) },
});

export const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
});

export const pathParameter = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } });

export const UNAUTHORIZED = { '401': problem('No API key, or an unknown one, where keys are required.') };
export const LIMITED = { '429': problem('A limit is reached; `Retry-After` says when to try again.') };

export const BUSY = { '503': problem('Busy or shutting down; `Retry-After` says when to try again.') };
/** Response for all other errors, 4xx and 5xx. */
export const OTHERWISE = { default: problem('Any other error; `code` identifies it.') };

/** Error responses of every route with a body. */
export const REFUSALS = {
  '400': problem('The body does not have the expected shape; `errors` names the fields.'),
  '413': problem('The body is too large.'),
  '415': problem('Not JSON.'),
};

/** Error responses of every route that starts a reading. */
export const FAILURES = {
  ...REFUSALS,
  '422': problem('A date or card that does not exist; an Idempotency-Key used with another body.'),
  ...BUSY,
};
