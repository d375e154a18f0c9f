import type { UpstreamSettings } from '@app/config';

/** Where completions are requested and with which headers: the same for every request. */
export interface Endpoint {
  readonly origin: string;
  readonly path: string;
  /** Where they may be instead, when the first path is not found: with or without `/v1`. */
  readonly otherPath: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

const COMPLETIONS = '/chat/completions';
const AZURE_HOST = /\.(?:openai\.azure|cognitiveservices\.azure|services\.ai\.azure)\.com$/;
/** The last version of Azure's API before it became the one of OpenAI under `/openai/v1`. */
const AZURE_API_VERSION = '2024-10-21';

/**
 * The address, authentication and headers of the `openai` SDK, Azure's included. They are built once: its own request
 * path costs as much CPU as everything else a completion needs (docs/decisions/2026-11-30-openai-sdk.md).
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
  // Loading the SDK takes 200 ms, which a start without a language model need not wait for.
  const { AzureOpenAI, OpenAI } = await import('openai');
  // Everything is given, so that the SDK reads nothing from the environment.
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

/** Azure's older API, whose paths name the deployment and whose version is a parameter; `/openai/v1` is OpenAI's own. */
function azureOf(baseUrl: string | undefined) {
  if (baseUrl === undefined) return undefined;
  const { origin, hostname, pathname, searchParams } = new URL(baseUrl);
  if (!AZURE_HOST.test(hostname) || pathname.includes('/openai/v1')) return undefined;
  return { endpoint: origin, apiVersion: searchParams.get('api-version') ?? AZURE_API_VERSION };
}

/** A base URL as people write it: with or without `/v1`, a slash at the end, or the whole path of completions. */
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
