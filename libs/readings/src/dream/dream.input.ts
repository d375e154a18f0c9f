import { z } from 'zod';
import { commonInput } from '../reading-input.js';
import { clientDocuments } from '../client-documents.js';

const words = z.array(z.string().min(1).max(100)).max(50).optional();

export const dreamInput = z.strictObject({
  dream: z
    .string()
    .max(4_000, 'must have at most 4 000 characters')
    .refine((text) => text.trim() !== '', 'must not be empty')
    .describe('The dream, in the dreamer’s own words'),
  symbols: words.describe('Symbols the dreamer picked'),
  emotions: words.describe('How it felt'),
  themes: words,
  context: words.describe('What is going on in the dreamer’s life'),
  documents: clientDocuments,
  ...commonInput,
});

export type DreamInput = z.infer<typeof dreamInput>;
