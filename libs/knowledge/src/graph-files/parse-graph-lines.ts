import { z } from 'zod';
import type { GraphEdge, GraphNode } from './graph-record.js';

const id = z.string().regex(/^\S+$/, 'must not be empty or hold white space');
const names = z.array(z.string().min(1)).default([]);

const nodeSchema = z
  .object({
    id,
    kind: z.string().min(1).default('node'),
    category: z.string().optional(),
    title_ko: z.string().optional(),
    title_en: z.string().optional(),
    text_ko: z.string().optional(),
    text_en: z.string().optional(),
    aliases_ko: names,
    aliases_en: names,
    stems_ko: names,
    tags: names,
    source: z.string().default(''),
  })
  .refine(({ title_ko, title_en }) => title_ko || title_en, { error: 'has no title in any language' })
  .transform((record): GraphNode => ({
    id: record.id,
    kind: record.kind,
    ...(record.category !== undefined && { category: record.category }),
    titles: bilingual(record.title_ko, record.title_en),
    texts: bilingual(record.text_ko, record.text_en),
    aliases: { ko: record.aliases_ko.map(lowerCase), en: record.aliases_en.map(lowerCase) },
    stems: record.stems_ko,
    tags: record.tags,
    source: record.source,
  }));

const edgeSchema = z.object({
  source: id,
  target: id,
  type: z.string().min(1),
  weight: z.number().positive().max(1).default(1),
  role: z.string().optional(),
});

const bilingual = (ko = '', en = '') => ({ ko: ko || en, en: en || ko });
const lowerCase = (name: string) => name.toLowerCase();

/** @throws GraphFileError with the file, the line and the problem. */
export const parseNodes = (text: string, file: string): readonly GraphNode[] => parseLines(text, file, nodeSchema);
/** @throws GraphFileError */
export const parseEdges = (text: string, file: string): readonly GraphEdge[] => parseLines(text, file, edgeSchema);

/** A line of a graph file is invalid. The message is for operators. */
export class GraphFileError extends Error {
  constructor(
    file: string,
    line: number,
    readonly problem: string,
  ) {
    super(`${file}:${line}: ${problem}`);
  }
}

function parseLines<Item>(text: string, file: string, schema: z.ZodType<Item>): readonly Item[] {
  return text
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, file, index + 1, schema)]));
}

function parseLine<Item>(line: string, file: string, number: number, schema: z.ZodType<Item>): Item {
  const parsed = schema.safeParse(asJson(line, file, number));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => [...path, message].join(' '));
  throw new GraphFileError(file, number, problems.join('; '));
}

function asJson(line: string, file: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new GraphFileError(file, number, 'is not JSON');
  }
}
