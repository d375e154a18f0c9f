import { z } from 'zod';
import { parseJsonLines } from '../json-lines.js';
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

/** @throws JsonLineError */
export const parseNodes = (text: string, file: string): readonly GraphNode[] => parseJsonLines(text, file, nodeSchema);
/** @throws JsonLineError */
export const parseEdges = (text: string, file: string): readonly GraphEdge[] => parseJsonLines(text, file, edgeSchema);
