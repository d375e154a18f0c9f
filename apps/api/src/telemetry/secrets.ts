import { type AccessConfig, type CacheConfig, type EmbeddingConfig, type LlmConfig, parseRedisUrl } from '@app/config';

/** Shorter values are not redacted, because they would match ordinary words. */
const MIN_LENGTH = 6;

/** The secrets in the configuration that are long enough to be redacted. */
export function secretsOf(
  llm: LlmConfig,
  access: AccessConfig,
  embedding: EmbeddingConfig,
  cache: CacheConfig,
): readonly string[] {
  const redisPassword = cache.redisUrl && parseRedisUrl(cache.redisUrl).password;
  const keys = [
    llm.upstream?.apiKey,
    llm.fallback?.apiKey,
    access.adminKey,
    access.serviceToken,
    embedding.apiKey,
    redisPassword,
  ];
  return keys.filter((key): key is string => key !== undefined && key.length >= MIN_LENGTH);
}

/** Returns a function that replaces the secrets in a text, both plain and escaped as in JSON strings. */
export function redactSecrets(secrets: readonly string[]): (text: string) => string {
  const forms = [...new Set(secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]))];
  return (text) => forms.reduce((redacted, form) => redacted.replaceAll(form, '[secret]'), text);
}
