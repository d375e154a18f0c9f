import type { AccessConfig, CacheConfig, EmbeddingConfig, LlmConfig } from '@app/config';

/** A shorter value is no secret worth hiding, and would tear holes into ordinary words. */
const SHORTEST = 6;

/** Every secret this process was given, to be struck out of whatever it prints. */
export function secretsOf(
  llm: LlmConfig,
  access: AccessConfig,
  embedding: EmbeddingConfig,
  cache: CacheConfig,
): readonly string[] {
  const redisPassword = cache.redisUrl && decodeURIComponent(new URL(cache.redisUrl).password);
  const keys = [llm.upstream?.apiKey, llm.fallback?.apiKey, access.adminKey, embedding.apiKey, redisPassword];
  return keys.filter((key): key is string => key !== undefined && key.length >= SHORTEST);
}

/** Strikes the secrets out of a text, also as JSON writes them. */
export function strikeOut(secrets: readonly string[]): (text: string) => string {
  const forms = [...new Set(secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]))];
  return (text) => forms.reduce((struck, form) => struck.replaceAll(form, '[secret]'), text);
}
