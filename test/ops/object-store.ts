import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type StoredObject, escapeXml, listing, rangeOf, tagsIn } from './object-store-protocol.js';

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/**
 * An object store in memory that speaks as much of the S3 protocol as LanceDB uses: conditional puts, ranges, listings,
 * multipart uploads, bulk deletion. Signatures are not checked.
 */
export class ObjectStore {
  /** By `bucket/key`. */
  readonly #objects = new Map<string, StoredObject>();
  readonly #uploads = new Map<string, Map<number, Buffer>>();
  readonly #server: Server = createServer((request, response) => void this.#handle(request, response));

  static async start(): Promise<ObjectStore> {
    const store = new ObjectStore();
    store.#server.listen(0, '127.0.0.1');
    await once(store.#server, 'listening');
    return store;
  }

  /** Variables with which LanceDB uses this store for `s3://` addresses. */
  get variables(): Readonly<Record<string, string>> {
    const { port } = this.#server.address() as AddressInfo;
    return {
      AWS_ENDPOINT: `http://127.0.0.1:${port}`,
      AWS_ALLOW_HTTP: 'true',
      AWS_REGION: 'local',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    };
  }

  get bytes(): number {
    return [...this.#objects.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://store');
    const path = decodeURIComponent(pathname.slice(1)).replace(/\/$/, '');
    const { status, headers = {}, body: sent = '' } = this.#answer(request, path, searchParams, body);
    const length = { 'Content-Length': Buffer.byteLength(sent) };
    response.writeHead(status, { ...length, ...headers });
    response.end(request.method === 'HEAD' ? undefined : sent);
  }

  #answer({ method, headers }: IncomingMessage, path: string, query: URLSearchParams, body: Buffer): Answer {
    if (query.has('list-type')) return xml(listing(path, [...this.#objects], query));
    if (method === 'POST' && query.has('delete')) return this.#deleteAll(path, body.toString());
    if (method === 'POST' && query.has('uploads')) return this.#beginUpload();
    const upload = query.get('uploadId');
    if (upload !== null)
      return this.#upload(method, path, { upload, part: Number(query.get('partNumber')), body, headers });
    if (method === 'PUT') return this.#put(path, this.#source(headers) ?? body, headers);
    if (method === 'DELETE') return this.#delete(path);
    return this.#get(path, headers.range);
  }

  #get(path: string, range: string | undefined): Answer {
    const found = this.#objects.get(path);
    if (!found) return failure(404, 'NoSuchKey');
    const { bytes, etag, modified } = found;
    const common = { ETag: etag, 'Last-Modified': modified.toUTCString(), 'Accept-Ranges': 'bytes' };
    const part = rangeOf(range, bytes.length);
    if (!part) return { status: 200, headers: { ...common, 'Content-Length': `${bytes.length}` }, body: bytes };
    const [from, to] = part;
    const headers = { ...common, 'Content-Range': `bytes ${from}-${to}/${bytes.length}` };
    return { status: 206, headers, body: bytes.subarray(from, to + 1) };
  }

  #put(path: string, bytes: Buffer, headers: IncomingMessage['headers']): Answer {
    const known = this.#objects.get(path);
    const wanted = headers['if-match'];
    if ((headers['if-none-match'] === '*' && known) || (wanted !== undefined && wanted !== known?.etag))
      return failure(412, 'PreconditionFailed');
    const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
    this.#objects.set(path, { bytes, etag, modified: new Date() });
    if (!headers['x-amz-copy-source']) return { status: 200, headers: { ETag: etag } };
    return xml(`<CopyObjectResult><ETag>${escapeXml(etag)}</ETag></CopyObjectResult>`);
  }

  /** The object that a copy names as its source. */
  #source(headers: IncomingMessage['headers']): Buffer | undefined {
    const source = headers['x-amz-copy-source'];
    return typeof source === 'string'
      ? this.#objects.get(decodeURIComponent(source).replace(/^\//, ''))?.bytes
      : undefined;
  }

  #delete(path: string): Answer {
    this.#objects.delete(path);
    return { status: 204 };
  }

  #deleteAll(bucket: string, body: string): Answer {
    const keys = tagsIn(body, 'Key');
    for (const key of keys) this.#objects.delete(`${bucket}/${key}`);
    const deleted = keys.map((key) => `<Deleted><Key>${escapeXml(key)}</Key></Deleted>`);
    return xml(`<DeleteResult>${deleted.join('')}</DeleteResult>`);
  }

  #beginUpload(): Answer {
    const id = randomUUID();
    this.#uploads.set(id, new Map());
    return xml(`<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`);
  }

  #upload(method: string | undefined, path: string, { upload, part, body, headers }: UploadRequest): Answer {
    const parts = this.#uploads.get(upload);
    if (!parts) return failure(404, 'NoSuchUpload');
    if (method === 'PUT') {
      parts.set(part, body);
      return { status: 200, headers: { ETag: `"${part}"` } };
    }
    this.#uploads.delete(upload);
    if (method === 'DELETE') return { status: 204 };
    const whole = [...parts].toSorted(([a], [b]) => a - b).map(([, bytes]) => bytes);
    const { status, headers: sent } = this.#put(path, Buffer.concat(whole), headers);
    if (status !== 200) return failure(status, 'PreconditionFailed');
    const etag = escapeXml(sent?.['ETag'] ?? '');
    return xml(`<CompleteMultipartUploadResult><ETag>${etag}</ETag></CompleteMultipartUploadResult>`);
  }
}

interface UploadRequest {
  readonly upload: string;
  readonly part: number;
  readonly body: Buffer;
  readonly headers: IncomingMessage['headers'];
}

const xml = (body: string, status = 200): Answer => ({
  status,
  headers: { 'Content-Type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>${body}`,
});

const failure = (status: number, code: string): Answer =>
  xml(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`, status);
