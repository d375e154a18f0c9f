import { once } from 'node:events';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** One step of a script. Its actions run in this order: wait, headers, bytes, break the connection. */
export interface Step {
  readonly waitMs?: number;
  readonly head?: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> };
  readonly send?: string;
  readonly gzip?: string;
  readonly destroy?: boolean;
}

export interface Refusal {
  readonly status: number;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Script {
  readonly steps?: readonly Step[];
  /** Rejects the request, or returns undefined to play the steps. */
  readonly refuse?: (body: Readonly<Record<string, unknown>>, path: string) => Refusal | undefined;
}

/** Server that plays one script for every request byte by byte, for non-standard upstreams. */
export class ScriptedServer {
  script: Script = {};
  /** Number of open requests. */
  open = 0;
  readonly requests: { readonly path: string; readonly body: Readonly<Record<string, unknown>>; status: number }[] = [];
  #server: Server | undefined;
  #port = 0;

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<this> {
    this.#server = createServer((request, response) => void this.#answer(request, response));
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.open++;
    response.once('close', () => this.open--);
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const body = JSON.parse(Buffer.concat(parts).toString()) as Readonly<Record<string, unknown>>;
    const path = request.url ?? '';
    const refusal = this.script.refuse?.(body, path);
    this.requests.push({ path, body, status: refusal?.status ?? 200 });
    if (refusal) {
      response.writeHead(refusal.status, { 'content-type': 'application/json', ...refusal.headers });
      response.end(refusal.body);
      return;
    }
    await play(response, this.script.steps ?? []);
  }
}

async function play(response: ServerResponse, steps: readonly Step[]): Promise<void> {
  for (const { waitMs, head, send, gzip, destroy } of steps) {
    if (response.destroyed) return;
    if (waitMs) await new Promise((resolve) => setTimeout(resolve, waitMs));
    if (head) response.writeHead(head.status ?? 200, head.headers ?? { 'content-type': 'text/event-stream' });
    if (send !== undefined) response.write(send);
    if (gzip !== undefined) response.write(gzipSync(gzip));
    if (destroy) {
      response.destroy();
      return;
    }
  }
  response.end();
}
