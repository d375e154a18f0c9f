import { Connection } from './connection.js';
import type { DestinyInput, DreamInput, IchingInput, Inputs, TarotInput } from './contract.generated.js';
import type { Kind, ReadOptions } from './reading-event.js';
import { Reading } from './reading.js';

/**
 * Requests a reading of any kind. After a lost connection it continues after the last received event; if the server no
 * longer has the reading, it is written again and starts with a new `reading` event.
 */
export function read<K extends Kind>(kind: K, input: Inputs[K], options?: ReadOptions): Reading<K>;
export function read<K extends string>(kind: K, input: object, options?: ReadOptions): Reading<K>;
export function read<K extends string>(kind: K, input: object, options: ReadOptions = {}): Reading<K> {
  const path = `/v1/readings/${encodeURIComponent(kind)}?onDisconnect=continue`;
  return new Reading<K>(new Connection({ path, input }, options), options.signal);
}

/**
 * Follows a running or finished reading from its first event. Aborting only ends the connection; the reading goes on.
 * Fails with `reading.unknown` or `reading.expired` when the server has no such reading.
 */
export const follow = (id: string, options: ReadOptions = {}): Reading =>
  new Reading(new Connection({ id }, options), options.signal);

export const readDream = (input: DreamInput, options?: ReadOptions): Reading<'dream'> => read('dream', input, options);
export const readTarot = (input: TarotInput, options?: ReadOptions): Reading<'tarot'> => read('tarot', input, options);
export const readIching = (input: IchingInput, options?: ReadOptions): Reading<'iching'> =>
  read('iching', input, options);
export const readDestiny = (input: DestinyInput, options?: ReadOptions): Reading<'destiny'> =>
  read('destiny', input, options);
