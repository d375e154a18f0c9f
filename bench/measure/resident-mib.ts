import { sample } from '../../test/harness/idle-streams.js';

/** Resident memory of a server as its metrics report it, in MiB. */
export const residentMib = async (url: string): Promise<number> =>
  (await sample(url, 'process_resident_memory_bytes')) / 1_024 ** 2;
