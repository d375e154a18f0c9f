import { setTimeout as delay } from 'node:timers/promises';
import { type ReadingEvent, ReadingError, readDream } from '../../clients/typescript/src/index.js';

/** Outcome of one reading as its client observed it. */
export interface ReadingOutcome {
  readonly status: string;
  /** Events missing in the numbering of the reading that was completed. */
  readonly lostEvents: number;
  readonly charactersBySection: Readonly<Record<string, number>>;
  /** Times the reading began again because the server that wrote it was gone. */
  readonly restarts: number;
  /** Requests repeated because they had no answer at all. */
  readonly repeats: number;
  readonly ms: number;
}

export interface Load {
  readonly url: string;
  readonly key: string;
  readonly readings: number;
  readonly clients: number;
  /** Called when a reading has begun, with the number of readings begun so far. */
  readonly onBegin: (begun: number) => void;
}

const MAX_REPEATS = 20;
const REPEAT_MS = 250;

/** Clients that read one reading after the other and resume after every lost connection. */
export async function run({ url, key, readings, clients, onBegin }: Load): Promise<readonly ReadingOutcome[]> {
  const outcomes: ReadingOutcome[] = [];
  let begun = 0;
  const client = async () => {
    while (begun < readings) {
      onBegin(++begun);
      outcomes.push(await readOne(url, key, begun));
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return outcomes;
}

async function readOne(url: string, key: string, number: number): Promise<ReadingOutcome> {
  const startedAt = performance.now();
  const dream = {
    dream: `A snake crossed river number ${number} and a tiger slept in the house.`,
    locale: 'en',
  } as const;
  const idempotencyKey = `fleet-${number}-${process.pid}`;
  for (let repeats = 0; ; repeats++) {
    const events: ReadingEvent[] = [];
    try {
      for await (const event of readDream(dream, { url, key, idempotencyKey, retries: 20 })) events.push(event);
      return { ...outcomeOf(events), repeats, ms: performance.now() - startedAt };
    } catch (error) {
      // A proxy answers 502 when the server dies before it has answered.
      const repeatable = events.length === 0 && (!(error instanceof ReadingError) || error.status >= 500);
      if (!repeatable || repeats === MAX_REPEATS)
        return { ...outcomeOf(events), status: String(error), repeats, ms: 0 };
      await delay(REPEAT_MS);
    }
  }
}

/** Counts from the last `reading` event on: with it, a reading that was lost begins again. */
function outcomeOf(events: readonly ReadingEvent[]): Omit<ReadingOutcome, 'repeats' | 'ms'> {
  const begin = events.findLastIndex(({ event }) => event === 'reading');
  const last = events.slice(Math.max(0, begin));
  const charactersBySection: Record<string, number> = {};
  for (const { event, data } of last)
    if (event === 'delta')
      charactersBySection[data.section] = (charactersBySection[data.section] ?? 0) + data.content.length;
  const end = events.at(-1);
  const numbers = last.map(({ id }) => Number(id.slice(id.lastIndexOf('.') + 1)));
  return {
    status: end?.event === 'done' ? end.data.status : 'incomplete',
    lostEvents: (numbers.at(-1) ?? 0) - numbers.length,
    charactersBySection,
    restarts: events.filter(({ event }) => event === 'reading').length - 1,
  };
}
