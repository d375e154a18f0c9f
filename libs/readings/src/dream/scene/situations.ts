import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '@app/config';
import { z } from 'zod';

const FILE = join('language', 'situations.json');
const phrases = z.array(z.string().min(1)).min(1);

/** Id of an action, a state, or a circumstance of the user's life. */
export const situationId = z.string().regex(/^(action|state|circumstance):[a-z-]+$/);

/**
 * Schema of `knowledge/language/situations.json`: the phrases that state a situation, as patterns of `PhraseMatcher`.
 */
const situationsSchema = z.record(situationId, z.strictObject({ ko: phrases, en: phrases }));

export type Situations = Readonly<z.infer<typeof situationsSchema>>;

/** @throws ConfigurationError when the file is missing or malformed */
export function readSituations(knowledgeDir: string): Situations {
  try {
    return situationsSchema.parse(JSON.parse(readFileSync(join(knowledgeDir, FILE), 'utf8')));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it cannot be read';
    throw new ConfigurationError([`KNOWLEDGE_DIR: ${FILE} cannot be used: ${reason}`]);
  }
}
