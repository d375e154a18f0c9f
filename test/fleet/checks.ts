import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { waitUntil } from '../harness/wait-until.js';
import { type Fleet, LIMITED_KEY, LOAD_KEY } from './fleet.js';
import type { FleetProcess } from './fleet-process.js';
import { runCommand } from './run-command.js';

const COLLECTION = 'fleet';
/** A word of the first document only; a search leaves out words that many rows contain. */
const MARK = 'quillonbrack';
const DOCUMENTS = 60;
const PASSAGES = 8;
/** Ends a test that hangs; what is expected is in the table. */
const GIVE_UP_MS = 300_000;

const authorization = (key: string) => ({ Authorization: `Bearer ${key}` });

/** Requests to both replicas in turn; @returns how many were admitted */
export async function admitted({ replicas }: Fleet, requests: number): Promise<number> {
  let count = 0;
  for (let at = 0; at < requests; at++) {
    const replica = replicas[at % replicas.length]!;
    const answer = await fetch(`${replica.url}/v1/readings`, { headers: authorization(LIMITED_KEY) });
    await answer.arrayBuffer();
    if (answer.status === 200) count++;
  }
  return count;
}

/** Sends one request with an Idempotency-Key to both replicas at once; @returns the ids of the readings */
export async function idsOfOneKey({ replicas }: Fleet): Promise<readonly (string | null)[]> {
  const headers = {
    ...authorization(LOAD_KEY),
    'Content-Type': 'application/json',
    Accept: 'text/event-stream',
    'Idempotency-Key': `shared-${process.pid}`,
  };
  const body = JSON.stringify({ dream: 'A single snake for two replicas.', locale: 'en' });
  const answers = await Promise.all(
    replicas.map(({ url }) => fetch(`${url}/v1/readings/dream`, { method: 'POST', headers, body })),
  );
  await Promise.all(answers.map((answer) => answer.text()));
  return answers.map((answer) => answer.headers.get('X-Reading-Id'));
}

export interface Ingestion {
  /** Exit codes of both processes, sorted. */
  readonly codes: readonly (number | null)[];
  /** Ms from the end of the ingestion until each replica has found a new document. */
  readonly seenMs: readonly number[];
}

/** Two processes ingest the same documents at the same time. */
export async function ingestTwice(fleet: Fleet): Promise<Ingestion> {
  const documents = join(fleet.folder, 'documents');
  await mkdir(documents);
  for (let at = 0; at < DOCUMENTS; at++) await writeFile(join(documents, `${at}.txt`), documentText(at));
  const codes = await Promise.all(['first', 'second'].map((name) => ingest(fleet, documents, name)));
  const endedAt = performance.now();
  const seenMs = await Promise.all(
    fleet.replicas.map(async (replica) => {
      await waitUntil(() => finds(replica).catch(() => false), GIVE_UP_MS);
      return performance.now() - endedAt;
    }),
  );
  return { codes: codes.toSorted((a, b) => Number(a) - Number(b)), seenMs };
}

/** Kills Redis and starts it again, empty; @returns ms until every replica uses it again */
export async function restartRedis({ redis, replicas }: Fleet): Promise<number> {
  const startedAt = performance.now();
  await redis.kill();
  await redis.start();
  const usesRedis = async ({ url }: FleetProcess) => {
    const health = (await (await fetch(`${url}/health`)).json()) as {
      readonly details: Readonly<Record<string, { readonly status: string }>>;
    };
    return health.details['redis']?.status === 'up';
  };
  for (const replica of replicas) await waitUntil(() => usesRedis(replica), GIVE_UP_MS);
  return performance.now() - startedAt;
}

const ingest = ({ variables, folder }: Fleet, documents: string, name: string): Promise<number | null> =>
  runCommand(['ingest', documents, '--collection', COLLECTION], { ...variables, DATA_DIR: join(folder, name) });

async function finds({ url }: FleetProcess): Promise<boolean> {
  const answer = await fetch(`${url}/v1/retrieve`, {
    method: 'POST',
    headers: { ...authorization(LOAD_KEY), 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: `What is a ${MARK}?`, locale: 'en', collections: [COLLECTION] }),
  });
  return (await answer.text()).includes(`The ${MARK} `);
}

const documentText = (at: number): string =>
  Array.from(
    { length: PASSAGES },
    (_, part) =>
      `The ${at === 0 ? MARK : 'badger'} number ${at} of part ${part}.\n\n${'It sleeps in a hollow tree by the river. '.repeat(20)}`,
  ).join('\n\n');
