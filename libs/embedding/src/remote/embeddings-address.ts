/**
 * The base of an OpenAI-compatible API: `http://host:8080`, `http://host:8080/v1` and `http://host:8080/v1/embeddings`
 * all mean `http://host:8080/v1`; another path is taken as it is.
 */
export function embeddingsBase(address: string): string {
  const url = new URL(address);
  const path = url.pathname.replace(/\/+$/, '').replace(/\/embeddings$/, '');
  return `${url.protocol}//${url.host}${path || '/v1'}`;
}
