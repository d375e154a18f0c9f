import { z } from 'zod';
import { MAX_TEXTS, textSchema } from '../embeddings/embeddings-request.js';

/** Body of `POST /embed`, as text-embeddings-inference defines it; vectors always have unit length. */
export const embedRequest = z.object({
  inputs: z.union([textSchema, z.array(textSchema).min(1).max(MAX_TEXTS)]),
  normalize: z.literal(true).default(true),
  /** Name of the prefix, as sentence-transformers calls it. */
  prompt_name: z.enum(['query', 'passage', 'document']).default('passage'),
});
export type EmbedRequest = z.infer<typeof embedRequest>;

/** Body of `POST /rerank`, as text-embeddings-inference defines it. */
export const rerankRequest = z.object({
  query: textSchema,
  texts: z.array(textSchema).min(1).max(MAX_TEXTS),
  raw_scores: z.boolean().default(false),
  return_text: z.boolean().default(false),
});
export type RerankRequest = z.infer<typeof rerankRequest>;
