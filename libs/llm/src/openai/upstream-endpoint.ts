/** One of the configured upstreams. */
export interface UpstreamSettings {
  /** Undefined for servers that want none. */
  readonly apiKey: string | undefined;
  /** Undefined: OpenAI's own. */
  readonly baseUrl: string | undefined;
  readonly model: string;
}

/** Where completions are asked for, and with which headers: the same for every request. */
export interface UpstreamEndpoint {
  readonly origin: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The address, authentication and headers the `openai` SDK would send. It is asked once: its own request path takes as
 * much CPU as everything else a completion needs (docs/decisions/2026-11-22-bytes-from-the-model.md).
 */
export async function resolveEndpoint({ apiKey, baseUrl }: UpstreamSettings): Promise<UpstreamEndpoint> {
  // Loading the SDK takes 200 ms, which the offline composer need not wait for.
  const { OpenAI } = await import('openai');
  // Everything is given, so that the SDK does not look into the environment for it.
  const sdk = new OpenAI({
    apiKey: apiKey ?? 'none',
    baseURL: baseUrl ?? null,
    organization: null,
    project: null,
    adminAPIKey: null,
    webhookSecret: null,
    logLevel: 'off',
    ...(apiKey === undefined && { defaultHeaders: { authorization: null } }),
  });
  const { url, req } = await sdk.buildRequest({ method: 'post', path: '/chat/completions', body: {}, stream: true });
  const { origin, pathname, search } = new URL(url);
  const headers = Object.fromEntries([...req.headers].filter(([name]) => name !== 'content-length'));
  return { origin, path: pathname + search, headers: { ...headers, accept: 'text/event-stream' } };
}
