import type { LiveReading } from '@app/readings';
import { splitFrames } from '@app/streaming';
import type { Request } from 'express';

/** Format in which a reading is written to one response. */
export interface WireFormat {
  readonly headers: Readonly<Record<string, string>>;
  /** Converts the bytes of whole Server-Sent Events, including heartbeats; unchanged by default. */
  readonly encode?: (frames: Buffer) => Buffer;
}

const STREAM_HEADERS = {
  'Cache-Control': 'no-cache, no-transform',
  // Prevents buffering by nginx and similar proxies.
  'X-Accel-Buffering': 'no',
};

export const SSE: WireFormat = {
  headers: { 'Content-Type': 'text/event-stream; charset=utf-8', ...STREAM_HEADERS },
};

/** One event per line: `{"id":…,"event":…,"data":…}`; a heartbeat is `{"event":"ping"}`. */
export const NDJSON: WireFormat = {
  headers: { 'Content-Type': 'application/x-ndjson; charset=utf-8', ...STREAM_HEADERS },
  encode: (frames) => Buffer.from(toLines(frames.toString())),
};

/**
 * Copies the JSON of each frame as text. Applied per response instead of per run, so that clients of both formats share
 * runs and can resume.
 */
const toLines = (frames: string): string =>
  splitFrames(frames)
    .map(({ id, event, data }) =>
      data === undefined ? '{"event":"ping"}\n' : `{"id":"${id}","event":"${event}","data":${data}}\n`,
    )
    .join('');

/** A reading and the response format that its client requested. */
export class Answer {
  constructor(
    readonly reading: LiveReading,
    readonly format: WireFormat | 'document',
    /** Converts the document to the response body; default: the document itself. */
    readonly toBody: (document: Awaited<ReturnType<LiveReading['document']>> & object) => unknown = (document) =>
      document,
  ) {}
}

const TYPES = { 'application/json': 'document', 'text/event-stream': SSE, 'application/x-ndjson': NDJSON } as const;
type Type = keyof typeof TYPES;

const JSON_FIRST: readonly Type[] = ['application/json', 'text/event-stream', 'application/x-ndjson'];
const STREAM_FIRST: readonly Type[] = ['text/event-stream', 'application/json'];

/** Response format from `?stream=`, else from the Accept header, else the default of the route. */
export function wantedFormat(request: Request, { jsonFirst }: { readonly jsonFirst: boolean }): Answer['format'] {
  const { stream } = request.query;
  if (stream === 'true' || stream === '1') return isNdjson(request) ? NDJSON : SSE;
  if (stream === 'false' || stream === '0') return 'document';
  const type = request.accepts([...(jsonFirst ? JSON_FIRST : STREAM_FIRST)]);
  return type === false ? (jsonFirst ? 'document' : SSE) : TYPES[type as Type];
}

const isNdjson = (request: Request): boolean => request.get('Accept')?.includes('application/x-ndjson') ?? false;
