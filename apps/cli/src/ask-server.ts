import { processEnvironment } from '@app/config/environment';
import { findServer, stateDir } from '@app/knowledge/processes';
import type { RankedRow } from '@app/rag';
import { z } from 'zod';
import type { SearchOptions } from './command-options.js';

/** A search of 100 000 passages takes a server about 20 ms; do not wait longer for one that is starting or overloaded. */
const TIMEOUT_MS = 10_000;

const foundSchema = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      collection: z.string(),
      document: z.string(),
      title: z.string(),
      source: z.string(),
      score: z.number(),
      lexicalRank: z.int().optional(),
      vectorRank: z.int().optional(),
      text: z.string(),
    }),
  ),
  /** Help lines that the server answers instead of rows. */
  message: z.string().optional(),
});
const problemSchema = z.object({ title: z.string(), detail: z.string().optional() });

/** The given server did not answer. The message says what to do. */
class ServerRefusedError extends Error {
  readonly code = 'server.refused';
}

/**
 * Asks a running server, which has its tables and model in memory: the one given by option or environment, otherwise
 * the one that runs on this data folder. Returns undefined when there is none, or the latter does not answer.
 * @throws ServerRefusedError when a given server does not answer
 */
export async function askServer(
  text: string,
  { server: given, collection, limit }: SearchOptions,
): Promise<readonly RankedRow[] | undefined> {
  const { DATA_DIR, LANCEDB_URI, READING_SERVER_URL, READING_SERVER_KEY } = processEnvironment();
  if (given === false) return undefined;
  const url = given ?? READING_SERVER_URL;
  const body = { query: text, collection, limit };
  if (url !== undefined) return ask(url, READING_SERVER_KEY, body);
  const running = await findServer(stateDir(DATA_DIR));
  if (!running || running.tables !== LANCEDB_URI) return undefined;
  return ask(running.url, READING_SERVER_KEY, body).catch(() => undefined);
}

async function ask(base: string, key: string | undefined, body: object): Promise<readonly RankedRow[]> {
  const response = await fetch(`${base.replace(/\/+$/, '')}/v1/search`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key !== undefined && { authorization: `Bearer ${key}` }) },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((cause: unknown) => {
    throw new ServerRefusedError(`no server answers at ${base}; start it, or search without it (--no-server)`, {
      cause,
    });
  });
  const document: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new ServerRefusedError(refusal(base, response.status, document));
  const found = foundSchema.safeParse(document).data;
  if (!found) throw new ServerRefusedError(notAServer(base));
  if (found.message !== undefined) process.stderr.write(`${found.message}\n`);
  return found.rows;
}

function refusal(base: string, status: number, document: unknown): string {
  if (status === 401 || status === 403)
    return `the server at ${base} requires a key; set READING_SERVER_KEY to one of its API keys`;
  if (status === 404 || status === 405) return notAServer(base);
  const { title, detail } = problemSchema.safeParse(document).data ?? { title: '' };
  return `the server at ${base} answered ${status}: ${[title, detail].filter(Boolean).join(' ')}`;
}

const notAServer = (base: string): string =>
  `${base} is not a reading server with a search; check the URL and the version of the server`;
