import { z } from 'zod';

/** The limit of OpenAI's API. */
export const MAX_TEXTS = 2_048;
/** The model processes the first 512 tokens, about 2 000 characters; the client should split longer texts. */
const MAX_CHARACTERS = 16_384;

export const textSchema = z.string().min(1).max(MAX_CHARACTERS);

/** Body of `POST /v1/embeddings`, as OpenAI defines it. */
export const embeddingsRequest = z.object({
  input: z.union([textSchema, z.array(textSchema).min(1).max(MAX_TEXTS)]),
  model: z.string().optional(),
  encoding_format: z.enum(['float', 'base64']).default('float'),
  dimensions: z.number().int().optional(),
  /** Purpose of the texts, as other vendors name it; selects the model's prefix. */
  input_type: z.enum(['query', 'passage']).default('passage'),
});

export type EmbeddingsRequest = z.infer<typeof embeddingsRequest>;
