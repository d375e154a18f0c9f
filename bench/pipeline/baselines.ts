import { type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { LlmClient, LlmRequest } from '@app/llm';
import type { RetrievalQuery, Retriever } from '@app/rag';
import { dreamReading } from '@app/readings';
import { type ReadingEvent, encodeFrame } from '@app/streaming';
import { lastValueFrom, tap } from 'rxjs';

/** Retrievers and LLM client, shared with the real server. */
export interface Edges {
  readonly retrievers: readonly Retriever[];
  readonly llm: LlmClient;
}

type Send = (event: ReadingEvent) => void;
type Way = (edges: Edges, send: Send) => Promise<void>;

const query: RetrievalQuery = {
  text: 'a snake',
  locale: 'en',
  facts: [],
  entities: [],
  topK: 6,
  vector: async () => undefined,
};

async function retrieve(retriever: Retriever, send: Send): Promise<void> {
  const startedAt = performance.now();
  const passages = await retriever.retrieve(query, AbortSignal.timeout(10_000));
  send({
    event: 'retrieval',
    data: {
      retriever: retriever.kind,
      status: passages.length > 0 ? 'ok' : 'empty',
      ms: performance.now() - startedAt,
      sources: [],
    },
  });
}

async function write({ llm }: Edges, section: string, send: Send): Promise<void> {
  const deltas = llm.stream(PROMPT).pipe(
    tap((delta) => {
      if (delta.type !== 'text') return;
      for (const content of delta.pieces) send({ event: 'delta', data: { section, content } });
    }),
  );
  await lastValueFrom(deltas);
}

const PROMPT: LlmRequest = { messages: [{ role: 'user', content: 'a snake' }], maxTokens: 400 };

const SECTIONS = dreamReading.sections.map(({ id }) => id);

/** Runs retrievers sequentially, then sections sequentially; sends tokens as they arrive. */
const sequential: Way = async (edges, send) => {
  for (const retriever of edges.retrievers) await retrieve(retriever, send);
  for (const section of SECTIONS) await write(edges, section, send);
};

/** Runs retrievers concurrently, then sections concurrently; sends nothing before all are complete. */
const gathered: Way = async (edges, send) => {
  const held: ReadingEvent[] = [];
  await Promise.all(edges.retrievers.map((retriever) => retrieve(retriever, (event) => held.push(event))));
  await Promise.all(SECTIONS.map((section) => write(edges, section, (event) => held.push(event))));
  for (const event of held) send(event);
};

/** Lower bound: each section waits only for its own retrievers, then streams. */
const ideal: Way = async (edges, send) => {
  const path = async ({ id, retrievers }: (typeof dreamReading.sections)[number]) => {
    const own = edges.retrievers.filter(({ kind }) => retrievers.includes(kind));
    await Promise.all(own.map((retriever) => retrieve(retriever, send)));
    await write(edges, id, send);
  };
  await Promise.all(dreamReading.sections.map(path));
};

export const WAYS: Readonly<Record<'sequential' | 'gathered' | 'ideal', Way>> = { sequential, gathered, ideal };

/** Starts a minimal server that uses the given strategy. */
export async function serve(way: Way, edges: Edges): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((request, response) => {
    request.resume();
    void answer(response);
  });
  const answer = async (response: ServerResponse) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    let seq = 0;
    await way(edges, (event) => response.write(encodeFrame('baseline', ++seq, event)));
    response.end();
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}
