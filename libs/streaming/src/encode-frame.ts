import type { ReadingEvent } from './reading-event.js';

type DeltaData = Extract<ReadingEvent, { event: 'delta' }>['data'];

/** Turns one event into the bytes of the wire; `seq` counts from 1 within a reading. An empty string sends nothing. */
export type FrameEncoder = (readingId: string, seq: number, event: ReadingEvent) => string;

/** How the events of a reading become bytes. */
export interface FrameFormat {
  /** Equal requests share a run only in the same format. */
  readonly name: string;
  /** Called once a reading, because an encoder may keep state. */
  readonly encoder: () => FrameEncoder;
  /** One frame a socket write, for clients that parse each read for itself; default all frames of a turn together. */
  readonly separateWrites?: boolean;
  /** Sent instead of the comment `: ping`. */
  readonly heartbeat?: Buffer;
}

/** Reconnection delay for browsers, in ms; sent with the first event. */
const RECONNECT_MS = 1_000;

/** JSON leaves these as they are, but some clients end a line at them. */
const LINE_SEPARATORS = /[\u0085\u2028\u2029]/g;

/** JSON without any character that a client could take for a line break. */
export const lineSafeJson = (value: unknown): string => JSON.stringify(value).replace(LINE_SEPARATORS, escaped);

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * One Server-Sent Event: an id to resume from, a name, one `data:` line of JSON, LF only. JSON escapes line breaks and
 * control characters, so content can neither end an event nor start one.
 */
export const encodeFrame: FrameEncoder = (readingId, seq, event) => {
  if (event.event === 'delta') return encodeDelta(readingId, seq, event.data);
  if (event.event !== 'section' || event.data.status === 'start') return frameOf(readingId, seq, event);
  const { full_text: _, ...data } = event.data;
  return frameOf(readingId, seq, { event: 'section', data });
};

const encodeFrameWithText: FrameEncoder = (readingId, seq, event) => {
  const isDone = event.event === 'section' && event.data.status === 'done';
  return isDone ? frameOf(readingId, seq, event) : encodeFrame(readingId, seq, event);
};

/** The wire protocol's own format. */
export const eventFrames: FrameFormat = { name: 'events', encoder: () => encodeFrame };

/** The same with `full_text` in every `section` that is `done`, for clients that do not gather deltas. */
export const eventFramesWithText: FrameFormat = { name: 'events+full_text', encoder: () => encodeFrameWithText };

/** Nearly every event is a delta: only its content needs a serializer. Section ids are this server's own words. */
const encodeDelta = (readingId: string, seq: number, { section, content }: DeltaData): string =>
  `id: ${readingId}.${seq}\nevent: delta\ndata: {"section":"${section}","content":${lineSafeJson(content)}}\n\n`;

interface NamedData {
  readonly event: ReadingEvent['event'];
  readonly data: object;
}

function frameOf(readingId: string, seq: number, { event, data }: NamedData): string {
  const retry = seq === 1 || event === 'shutdown' ? `retry: ${RECONNECT_MS}\n` : '';
  return `${retry}id: ${readingId}.${seq}\nevent: ${event}\ndata: ${lineSafeJson(data)}\n\n`;
}
