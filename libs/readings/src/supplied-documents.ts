import { z } from 'zod';

/** Text a client already has about its reading: material like a passage, but from outside. Never cited, never trusted. */
export interface SuppliedDocument {
  readonly title: string;
  readonly text: string;
}

const suppliedDocument = z.object({ title: z.string().max(200), text: z.string().min(1).max(4_000) });

export const suppliedDocuments = z
  .array(suppliedDocument)
  .max(32)
  .optional()
  .describe('Texts the client already has about this reading');
