import { LlmError, type HttpLlmClient, type LlmRequest } from '@app/llm';
import type { ScriptableUpstream } from './scriptable-upstream.js';

export const prompt = (question: string): LlmRequest => ({
  messages: [
    { role: 'system', content: 'Read the dream.' },
    { role: 'user', content: question },
  ],
  maxTokens: 100,
});

export interface Outcome {
  readonly text: string;
  /** `done`, or the error's code. */
  readonly end: string;
  readonly retryAfterMs: number | undefined;
  readonly ms: number;
}

/** Runs one section to its end. */
export function section(client: HttpLlmClient, question = 'a snake'): Promise<Outcome> {
  const startedAt = performance.now();
  let text = '';
  let finishes = 0;
  return new Promise((resolve) => {
    const ended = (end: string, retryAfterMs?: number) =>
      resolve({ text, end, retryAfterMs, ms: performance.now() - startedAt });
    client.stream(prompt(question)).subscribe({
      next: (delta) => {
        if (delta.type === 'text') text += delta.pieces.join('');
        else finishes++;
      },
      error: (error: unknown) =>
        error instanceof LlmError ? ended(error.code, error.retryAfterMs) : ended(`not an LlmError: ${String(error)}`),
      complete: () => ended(finishes === 1 ? 'done' : `${finishes} finishes`),
    });
  });
}

export const sections = (client: HttpLlmClient, count: number): Promise<readonly Outcome[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => section(client, `question ${index}`)));

export const count = (outcomes: readonly Outcome[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { end } of outcomes) counts[end] = (counts[end] ?? 0) + 1;
  return counts;
};

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Number of open requests, polled until it is zero or ten seconds have passed, because a busy machine closes late. */
export async function openAtLast({ stats }: ScriptableUpstream): Promise<number> {
  const until = performance.now() + 10_000;
  while (stats.open > 0 && performance.now() < until) await pause(5);
  return stats.open;
}
