import { readFile } from 'node:fs/promises';
import type { Locale } from '@app/text';
import { pick, randomNumbers } from './random.js';

/** Sentences per question. */
const SENTENCES = 2;

/** Questions composed of evaluation questions but distinct from them, so that the vector cache does not hit. */
export async function questions(count: number, locale: Locale): Promise<readonly string[]> {
  const path = new URL(`../../../test/evaluation/pack-${locale}/queries.jsonl`, import.meta.url);
  const lines = (await readFile(path, 'utf8')).trim().split('\n');
  const asked = lines.map((line) => JSON.parse(line) as { readonly kind: string; readonly text: string });
  const dreams = asked.filter(({ kind }) => kind === 'dream').map(({ text }) => text.replace(/[.?!]?$/, '.'));
  const random = randomNumbers(3);
  const made = new Set<string>();
  while (made.size < count) made.add(Array.from({ length: SENTENCES }, () => pick(dreams, random)).join(' '));
  return [...made];
}
