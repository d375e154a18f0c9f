import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { SafetyDataError } from './safety-data.error.js';

/**
 * Reads and validates `safety/<name>` of the built-in knowledge files.
 * @throws SafetyDataError
 */
export function readSafetyData<Schema extends z.ZodType>(
  knowledgeDir: string,
  name: string,
  schema: Schema,
): z.infer<Schema> {
  try {
    return schema.parse(JSON.parse(readFileSync(join(knowledgeDir, 'safety', name), 'utf8')));
  } catch (error) {
    throw new SafetyDataError(join('safety', name), error);
  }
}
