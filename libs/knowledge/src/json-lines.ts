import type { z } from 'zod';

/** A line of a JSON Lines file with its number, from 1. */
export interface JsonLine {
  readonly file: string;
  readonly number: number;
  readonly text: string;
}

/** A line of a knowledge file is invalid. The message is for operators. */
export class JsonLineError extends Error {
  constructor(
    { file, number }: Pick<JsonLine, 'file' | 'number'>,
    readonly problem: string,
  ) {
    super(`${file}:${number}: ${problem}`);
  }
}

/** Returns the lines that are not blank. @param file name for messages */
export const jsonLines = (content: string, file: string): readonly JsonLine[] =>
  content
    .split('\n')
    .map((text, index) => ({ file, number: index + 1, text }))
    .filter(({ text }) => text.trim() !== '');

/** @throws JsonLineError when the line is not JSON or does not match the schema. */
export function parseJsonLine<Item>(line: JsonLine, schema: z.ZodType<Item>): Item {
  const parsed = schema.safeParse(asJson(line));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => [...path, message].join(' '));
  throw new JsonLineError(line, problems.join('; '));
}

/** @throws JsonLineError for the first invalid line. */
export const parseJsonLines = <Item>(content: string, file: string, schema: z.ZodType<Item>): readonly Item[] =>
  jsonLines(content, file).map((line) => parseJsonLine(line, schema));

function asJson(line: JsonLine): unknown {
  try {
    return JSON.parse(line.text);
  } catch {
    throw new JsonLineError(line, 'is not JSON');
  }
}
