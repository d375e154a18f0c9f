import { hash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { waitUntil } from '../harness/wait-until.js';
import { newDream, postDream, times } from './client.js';
import { type Row, type Seen, all, same } from './row.js';
import type { ReadingContext } from './upstream.rows.js';

const key = (name: string, limits: object) => ({ name, sha256: hash('sha256', name), limits });

export const LIMIT_VARIABLES = {
  CACHE_TTL_SECONDS: '0',
  RESUME_GRACE_MS: '20000',
  API_KEYS: JSON.stringify({
    keys: [
      key('left', { tokensPerDay: 100 }),
      key('burst', { tokensPerDay: 100 }),
      key('continued', { concurrentReadings: 2 }),
      key('minute', { requestsPerMinute: 60 }),
    ],
  }),
};

const as = (name: string) => ({ headers: { Authorization: `Bearer ${name}` } });
const accepted = (statuses: readonly number[]) => statuses.filter((status) => status === 200).length;

async function leftEarly({ api, upstream }: ReadingContext): Promise<Seen> {
  upstream.mode = 'stall?after=3';
  const statuses: number[] = [];
  for (let at = 0; at < 12; at++) {
    const answer = await postDream(api.url, newDream(), as('left'));
    statuses.push(answer.status);
    if (answer.status === 200) await waitUntil(() => upstream.stats.open === 3, 10_000);
    await answer.body?.cancel();
    await delay(200);
  }
  return same(accepted(statuses), 1, 'of 12');
}

async function burst({ api, upstream }: ReadingContext): Promise<Seen> {
  upstream.mode = 'ok?tokens=10&first=300';
  const answers = await Promise.all(times(12, () => postDream(api.url, newDream(), as('burst'))));
  await Promise.all(answers.map((answer) => answer.text()));
  return same(accepted(answers.map(({ status }) => status)), 1, 'of 12');
}

async function continued({ api, upstream }: ReadingContext): Promise<Seen> {
  upstream.mode = 'stall?after=3';
  const statuses: number[] = [];
  for (let at = 0; at < 45; at++) {
    const answer = await postDream(api.url, newDream(), { ...as('continued'), query: '?onDisconnect=continue' });
    statuses.push(answer.status);
    await answer.body?.cancel();
  }
  await delay(500);
  return all({
    accepted: [`${accepted(statuses)} of 45`, accepted(statuses) === 2],
    'upstream requests': [upstream.stats.open, upstream.stats.open <= 6],
  });
}

export const limitRows: readonly Row<ReadingContext>[] = [
  { id: 'A1', fault: '12 readings left early on a budget of one', expected: '1 served', run: leftEarly },
  { id: 'A1', fault: '12 readings at once on a budget of one', expected: '1 served', run: burst },
  { id: 'A1', fault: '45 continued readings on a limit of 2', expected: '2 run', run: continued },
  {
    id: 'S3',
    fault: '200 requests with forged X-Forwarded-For',
    expected: 'exactly the limit of 60 passes',
    run: async ({ api }) => {
      const statuses: number[] = [];
      for (let round = 0; round < 10; round++) {
        const answers = times(20, (at) =>
          fetch(`${api.url}/v1/readings`, {
            headers: { ...as('minute').headers, 'X-Forwarded-For': `10.0.${round}.${at}` },
          }),
        );
        for (const answer of await Promise.all(answers)) statuses.push(answer.status);
      }
      return same(accepted(statuses), 60);
    },
  },
];
