import type { UpstreamSettings } from '@app/config';

/** Address and headers of completion requests; equal for every request. */
export interface Endpoint {
  readonly origin: string;
  readonly path: string;
  /** The path with or without `/v1`, to use instead when the first path is not found. */
  readonly otherPath: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

const COMPLETIONS = '/chat/completions';
const AZURE_HOST = /\.(?:openai\.azure|cognitiveservices\.azure|services\.ai\.azure)\.com$/;
/** The last version of Azure's own API, before Azure adopted OpenAI's under `/openai/v1`. */
const AZURE_API_VERSION = '2024-10-21';

/**
 * Address, authentication and headers as built by the `openai` SDK, Azure's included. Built once: sending a request
 * through the SDK costs as much CPU as everything else a completion needs (docs/decisions/2026-11-30-openai-sdk.md).
 */
export async function resolveEndpoint(settings: UpstreamSettings): Promise<Endpoint> {
  const { base, otherBase } = basesOf(settings.baseUrl);
  const { url, headers } = await buildRequest(settings, base);
  const { origin, pathname, search } = new URL(url);
  const other = otherBase && new URL(otherBase + COMPLETIONS);
  return {
    origin,
    path: pathname + search,
    otherPath: other ? other.pathname + search : undefined,
    headers: { ...headers, accept: 'text/event-stream' },
  };
}

async function buildRequest({ apiKey, baseUrl, model }: UpstreamSettings, base: string | undefined) {
  // Loaded on demand: the SDK takes 200 ms to load and is not needed without a language model.
  const { AzureOpenAI, OpenAI } = await import('openai');
  // Set every option, so that the SDK reads nothing from the environment.
  const options = {
    apiKey: apiKey ?? 'none',
    organization: null,
    project: null,
    adminAPIKey: null,
    webhookSecret: null,
    logLevel: 'off',
    ...(apiKey === undefined && { defaultHeaders: { authorization: null, 'api-key': null } }),
  } as const;
  const azure = azureOf(baseUrl);
  const sdk = azure ? new AzureOpenAI({ ...options, ...azure }) : new OpenAI({ ...options, baseURL: base ?? null });
  const body = { model };
  const { url, req } = await sdk.buildRequest({ method: 'post', path: COMPLETIONS, body, stream: true });
  return { url, headers: Object.fromEntries([...req.headers].filter(([name]) => name !== 'content-length')) };
}

/**
 * Options for Azure's older API, which has the deployment in its path and the version in a query parameter. Undefined
 * for other servers and for Azure's `/openai/v1`, which is OpenAI's API.
 */
function azureOf(baseUrl: string | undefined) {
  if (baseUrl === undefined) return undefined;
  const { origin, hostname, pathname, searchParams } = new URL(baseUrl);
  if (!AZURE_HOST.test(hostname) || pathname.includes('/openai/v1')) return undefined;
  return { endpoint: origin, apiVersion: searchParams.get('api-version') ?? AZURE_API_VERSION };
}

/**
 * The base URLs to try. Accepts a URL with or without `/v1`, with a trailing slash, or with the whole completions path.
 */
function basesOf(baseUrl: string | undefined): { readonly base?: string; readonly otherBase?: string } {
  if (baseUrl === undefined) return {};
  const { origin, pathname, search } = new URL(baseUrl);
  const given = pathname.replace(/\/+$/, '');
  const path = given.replace(new RegExp(`${COMPLETIONS}$`), '');
  if (path !== given) return { base: origin + path + search };
  if (path === '') return { base: `${origin}/v1${search}`, otherBase: origin };
  if (path.endsWith('/v1')) return { base: origin + path + search, otherBase: origin + path.slice(0, -'/v1'.length) };
  return { base: origin + path + search, otherBase: `${origin}${path}/v1` };
}
