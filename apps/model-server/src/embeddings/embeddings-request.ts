import { z } from 'zod';
import { ProblemError } from '../http/problem.error.js';

/** OpenAI takes 2 048; one request here must not keep the others waiting for minutes. */
const MOST_TEXTS = 256;
/** The model reads the first 512 tokens, about 2 000 characters; whoever sends much more has not cut the text. */
const MOST_CHARACTERS = 16_384;

const text = z.string().min(1).max(MOST_CHARACTERS);

const requestSchema = z.object({
  input: z.union([text, z.array(text).min(1).max(MOST_TEXTS)]),
  model: z.string().optional(),
  encoding_format: z.enum(['float', 'base64']).default('float'),
  dimensions: z.number().int().optional(),
  /** What the texts are embedded for, as other vendors name it; the model's own prefixes follow from it. */
  input_type: z.enum(['query', 'passage']).default('passage'),
});

export type EmbeddingsRequest = z.infer<typeof requestSchema>;

/** @throws ProblemError `input.invalid`, naming the fields */
export function readRequest(body: unknown): EmbeddingsRequest {
  const { data, error } = requestSchema.safeParse(body);
  if (data) return data;
  const errors = error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  throw new ProblemError('input.invalid', { errors });
}
