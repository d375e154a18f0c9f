import type { ReadingEvent } from './reading-event.js';

type DeltaData = Extract<ReadingEvent, { event: 'delta' }>['data'];

/** Encodes one event as a frame; `seq` counts from 1 within a reading. Nothing is sent for an empty string. */
export type FrameEncoder = (readingId: string, seq: number, event: ReadingEvent) => string;

/** Format in which the events of a reading are sent. */
export interface FrameFormat {
  /** Identifies the format: equal requests share a run only when their formats have the same name. */
  readonly name: string;
  /** Creates an encoder for one reading, because an encoder may keep state. */
  readonly encoder: () => FrameEncoder;
  /**
   * Writes each frame to the socket separately, for clients that parse each read independently. By default, all frames
   * of an event-loop turn are written together.
   */
  readonly separateWrites?: boolean;
  /** Sent instead of the comment `: ping`. */
  readonly heartbeat?: Buffer;
}

/** Reconnection delay for browsers, in ms; sent with the first event and with `shutdown`. */
const RECONNECT_MS = 1_000;

/** Characters that JSON does not escape, but that some clients treat as line breaks. */
const LINE_SEPARATORS = /[\u0085\u2028\u2029]/g;

/** JSON without any character that a client could treat as a line break. */
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

/** The default format of the wire protocol. */
export const eventFrames: FrameFormat = { name: 'events', encoder: () => encodeFrame };

/**
 * The default format with `full_text` in every `section` event that is `done`, for clients that do not collect deltas.
 */
export const eventFramesWithText: FrameFormat = { name: 'events+full_text', encoder: () => encodeFrameWithText };

/**
 * A fast path, because most events are deltas: only the content is serialized. Section ids are defined in code and need
 * no escaping.
 */
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
