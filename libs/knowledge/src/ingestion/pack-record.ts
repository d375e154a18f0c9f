import { z } from 'zod';

const texts = z.array(z.string());
const inBoth = z.object({ ko: z.string(), en: z.string() });

/**
 * A line of `domain/*.jsonl` or `corpus/*.jsonl`. Other fields are ignored here; the graph and the calculators use
 * them.
 */
export const packRecordSchema = z.object({
  id: z.string().min(1),
  kind: z.string(),
  title_ko: z.string().min(1),
  title_en: z.string().min(1),
  text_ko: z.string().min(1),
  text_en: z.string().min(1),
  aliases_ko: texts.default([]),
  aliases_en: texts.default([]),
  keywords_ko: texts.default([]),
  keywords_en: texts.default([]),
  tags: texts,
  source: z.string(),
  domain: z.string().optional(),
  category: z.string().optional(),
  contexts: z.array(inBoth).default([]),
  folk_ko: z.string().optional(),
  folk_en: z.string().optional(),
  psyche_ko: z.string().optional(),
  psyche_en: z.string().optional(),
  upright_ko: z.string().optional(),
  upright_en: z.string().optional(),
  reversed_ko: z.string().optional(),
  reversed_en: z.string().optional(),
  judgement_ko: z.string().optional(),
  judgement_en: z.string().optional(),
  image_ko: z.string().optional(),
  image_en: z.string().optional(),
  lines: z.array(inBoth.extend({ n: z.int() })).default([]),
});

export type PackRecord = Readonly<z.infer<typeof packRecordSchema>>;
