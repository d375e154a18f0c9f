/**
 * Returns the base URL of an OpenAI-compatible API: `http://host:8080/v1` for `http://host:8080`, `http://host:8080/v1`
 * and `http://host:8080/v1/embeddings`. Any other path is kept.
 */
export function embeddingsBase(address: string): string {
  const url = new URL(address);
  const path = url.pathname.replace(/\/+$/, '').replace(/\/embeddings$/, '');
  return `${url.protocol}//${url.host}${path || '/v1'}`;
}
