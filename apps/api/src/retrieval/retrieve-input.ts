import { LOCALES } from '@app/text';
import { z } from 'zod';

/** Body of `POST /v1/retrieve`. */
export const retrieveInput = z.object({
  query: z.string().trim().min(1, 'must not be empty').max(4_000),
  locale: z.enum(LOCALES).default('ko'),
  kind: z.string().max(64).optional(),
  facts: z.array(z.string().max(128)).max(100).default([]),
  entities: z.array(z.string().max(128)).max(32).default([]),
  collections: z.array(z.string().min(1).max(64)).max(32).optional(),
  persona: z.string().max(64).optional(),
  topK: z.number().int().min(1).max(50).default(8),
});
