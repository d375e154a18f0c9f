import { detectScripts, type Script } from '@app/text';
import type { Embedder } from './embedder.js';

/** Share of a passage's letters in other scripts that does not spoil its vector: a quoted name, an original term. */
const MAX_FOREIGN_SHARE = 0.1;

type Reader = Pick<Embedder, 'scripts'>;

/** Whether the model supports every script of a question; even a few letters of another script may carry its meaning. */
export const readsQuery = (embedder: Reader, text: string): boolean => foreignShare(embedder, text) === 0;

/** Whether the model reads a passage as a whole. */
export const readsPassage = (embedder: Reader, text: string): boolean =>
  foreignShare(embedder, text) <= MAX_FOREIGN_SHARE;

/** Share of the letters whose script the model does not read; a text without letters counts as of script `other`. */
function foreignShare({ scripts }: Reader, text: string): number {
  const counts = [...detectScripts(text)];
  if (counts.length === 0) return scripts.has('other') ? 0 : 1;
  const lettersOf = (some: ReadonlyArray<readonly [Script, number]>) =>
    some.reduce((sum, [, letters]) => sum + letters, 0);
  return lettersOf(counts.filter(([script]) => !scripts.has(script))) / lettersOf(counts);
}
