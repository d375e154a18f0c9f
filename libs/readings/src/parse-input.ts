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
  const [field] = pathsOf(error.issues);
  if (field === undefined) throw error;
  throw unknownField(field);
}

/** Paths of the fields that the schema does not have. */
export const unknownFields = (schema: z.ZodType, input: unknown): readonly (readonly string[])[] =>
  pathsOf(schema.safeParse(input).error?.issues ?? []);

/** A misspelt name is repeated in the error; anything else may be user text and is shown as `?`. */
const NAME = /^[\w-]{1,40}$/;

export const unknownField = (path: readonly string[]): ReadingInputError =>
  new ReadingInputError(path.map((name) => (NAME.test(name) ? name : '?')).join('.'), {
    ko: '알 수 없는 항목입니다.',
    en: 'is not a known field',
  });

type Issue = z.core.$ZodIssue;

function pathsOf(issues: readonly Issue[], parent: readonly string[] = []): readonly (readonly string[])[] {
  return issues.flatMap((issue) => {
    const path = [...parent, ...issue.path.map(String)];
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key]);
    return issue.code === 'invalid_union' ? pathsOf(issue.errors.flat(), path) : [];
  });
}
