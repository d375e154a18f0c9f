import { createParser } from 'eventsource-parser';
import type { ReadingEvent } from '@app/streaming';
import { assertContract } from './assert-contract.js';

/** One event as parsed by a strict parser. */
export type ReceivedEvent = ReadingEvent & { readonly id: string };

export interface ReceivedStream {
  readonly status: number;
  readonly headers: Headers;
  /** The unparsed body. */
  readonly bytes: string;
  readonly events: readonly ReceivedEvent[];
}

/** Parses a stream with a strict Server-Sent-Events parser. */
export function parseEvents(bytes: string): readonly ReceivedEvent[] {
  const events: ReceivedEvent[] = [];
  const parser = createParser({
    onEvent: ({ id = '', event, data }) => events.push({ id, event, data: JSON.parse(data) } as ReceivedEvent),
    onError: (error) => {
      throw error;
    },
  });
  parser.feed(bytes);
  return events;
}

/** Posts JSON and reads the response to its end. */
export async function postForEvents(
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<ReceivedStream> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream', ...headers },
    body: JSON.stringify(body),
  });
  return receive(response);
}

/** Reads a response to its end; events of `/v1` must follow the published schemas. */
export async function receive(response: Response): Promise<ReceivedStream> {
  const bytes = await response.text();
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  const events = isStream ? parseEvents(bytes) : [];
  if (new URL(response.url).pathname.startsWith('/v1/')) assertContract(events);
  return { status: response.status, headers: response.headers, bytes, events };
}

/** Data of the events with the given name. */
export function eventsOf<Name extends ReadingEvent['event']>(
  { events }: Pick<ReceivedStream, 'events'>,
  name: Name,
): readonly Extract<ReadingEvent, { event: Name }>['data'][] {
  return events.filter((event) => event.event === name).map((event) => event.data as never);
}
