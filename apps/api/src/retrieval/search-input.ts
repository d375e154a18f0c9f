import { z } from 'zod';

/** Body of `POST /v1/search`. */
export const searchInput = z.object({
  query: z.string().trim().min(1, 'must not be empty').max(4_000),
  collection: z.string().min(1).max(64).optional(),
  limit: z.number().int().min(1).max(999).default(5),
});
