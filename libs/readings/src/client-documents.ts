import { z } from 'zod';

/** Text about the reading that the client supplies. Untrusted, never cited. */
export interface ClientDocument {
  readonly title: string;
  readonly text: string;
}

const clientDocument = z.object({ title: z.string().max(200), text: z.string().min(1).max(4_000) });

export const clientDocuments = z
  .array(clientDocument)
  .max(32)
  .optional()
  .describe('Texts the client already has about this reading');
