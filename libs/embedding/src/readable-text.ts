import { detectScripts, type Script } from '@app/text';
import type { Embedder } from './embedder.js';

/** Maximum share of letters in unsupported scripts in a passage, such as a quoted name or an original term. */
const MAX_FOREIGN_SHARE = 0.1;

type Reader = Pick<Embedder, 'scripts'>;

/**
 * Whether the model supports every script in a question. Even a few letters of another script may be essential to its
 * meaning.
 */
export const readsQuery = (embedder: Reader, text: string): boolean => foreignShare(embedder, text) === 0;

/** Whether the model supports enough of a passage to embed it. */
export const readsPassage = (embedder: Reader, text: string): boolean =>
  foreignShare(embedder, text) <= MAX_FOREIGN_SHARE;

/** Share of the letters in scripts that the model does not support. A text without letters counts as script `other`. */
function foreignShare({ scripts }: Reader, text: string): number {
  const counts = [...detectScripts(text)];
  if (counts.length === 0) return scripts.has('other') ? 0 : 1;
  const lettersOf = (some: ReadonlyArray<readonly [Script, number]>) =>
    some.reduce((sum, [, letters]) => sum + letters, 0);
  return lettersOf(counts.filter(([script]) => !scripts.has(script))) / lettersOf(counts);
}
