import { readFileSync } from 'node:fs';
import { ConfigurationError } from '@app/config';
import { z } from 'zod';
import type { CallerLimits } from './caller.js';

const sha256 = z
  .string()
  .regex(/^[0-9a-fA-F]{64}$/, 'must be a SHA-256 in 64 hexadecimal digits')
  .transform((digits) => digits.toLowerCase());

const limit = z.number().int().min(1).optional();

const apiKey = z.strictObject({
  name: z.string().min(1).max(64),
  /** One hash, or two while a key is being rotated. */
  sha256: z.union([sha256.transform((hash) => [hash]), z.array(sha256).min(1).max(2)]),
  limits: z.strictObject({ requestsPerMinute: limit, concurrentReadings: limit, tokensPerDay: limit }).default({}),
});

const apiKeys = z
  .strictObject({ keys: z.array(apiKey).min(1) })
  .refine(({ keys }) => new Set(keys.map(({ name }) => name)).size === keys.length, 'two keys have the same name')
  .refine(({ keys }) => {
    const hashes = keys.flatMap((key) => key.sha256);
    return new Set(hashes).size === hashes.length;
  }, 'two keys have the same hash');

export interface ApiKey {
  readonly name: string;
  readonly sha256: readonly string[];
  readonly limits: CallerLimits;
}

/** Source of the keys: the JSON itself (`API_KEYS`) or the path of a JSON file (`API_KEYS_FILE`). */
export type ApiKeySource = { readonly inline: string } | { readonly path: string };

/** `API_KEYS` or the file named by `API_KEYS_FILE` is invalid. Messages quote no values, not even hashes. */
export class ApiKeysError extends ConfigurationError {
  constructor(variable: 'API_KEYS' | 'API_KEYS_FILE', problems: readonly string[]) {
    super(problems.map((problem) => `${variable}: ${problem}`));
  }
}

/** @throws ApiKeysError naming every problem */
export function readApiKeys(source: ApiKeySource): readonly ApiKey[] {
  const variable = 'inline' in source ? 'API_KEYS' : 'API_KEYS_FILE';
  const parsed = apiKeys.safeParse(jsonOf(source));
  if (parsed.success) return parsed.data.keys;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'document'}: ${issue.message}`);
  throw new ApiKeysError(variable, problems);
}

function jsonOf(source: ApiKeySource): unknown {
  try {
    return JSON.parse('inline' in source ? source.inline : readFileSync(source.path, 'utf8'));
  } catch {
    if ('inline' in source) throw new ApiKeysError('API_KEYS', ['not JSON']);
    throw new ApiKeysError('API_KEYS_FILE', ['missing or not JSON']);
  }
}
