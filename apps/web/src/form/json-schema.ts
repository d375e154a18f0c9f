/** The part of JSON Schema that the server's input schemas use. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/** The schema without `null` and without alternative spellings of a choice; keeps the outer description. */
export function essential(schema: JsonSchema): JsonSchema {
  const choices = (schema.anyOf ?? []).filter(({ type }) => type !== 'null').map(essential);
  const best = choices.find(({ enum: values }) => values) ?? choices[0];
  if (best) return { ...best, description: schema.description ?? best.description };
  return schema;
}

/** The first type that is not `null`. */
export function typeOf({ type }: JsonSchema): string | undefined {
  return typeof type === 'string' ? type : type?.find((name) => name !== 'null');
}
