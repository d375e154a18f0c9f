import { ReadingInputError } from '@app/divination';
import type { z } from 'zod';

/**
 * Parses input against a schema. Rejects unknown fields, because ignoring them would compute facts that the client did
 * not ask for. An unknown field is reported before other errors, because a misspelt name also makes a required field
 * missing.
 * @throws ZodError, ReadingInputError
 */
export function parseInput<Output>(schema: z.ZodType<Output>, input: unknown): Output {
  const { data, error } = schema.safeParse(input);
  if (!error) return data;
  const field = unknownField(error.issues);
  if (field === undefined) throw error;
  throw new ReadingInputError(field, 'is not a known field');
}

type Issue = z.core.$ZodIssue;

function unknownField(issues: readonly Issue[], parent: readonly PropertyKey[] = []): string | undefined {
  for (const issue of issues) {
    const path = [...parent, ...issue.path];
    if (issue.code === 'unrecognized_keys') return [...path, issue.keys[0] ?? ''].map(String).join('.');
    const inner = issue.code === 'invalid_union' ? unknownField(issue.errors.flat(), path) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}
