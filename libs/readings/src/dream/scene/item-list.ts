import type { Word } from '@app/text';
import type { Lexicon } from './lexicon.js';

/** Maximum number of words of a list after its first item, and of one item without its article. */
const MAX_LIST = 12;
const MAX_ITEM = 2;

/**
 * Whether a comma before the word separates items of a list: "no dogs, cats or snakes", "there wasn't a cloud, a tree, a
 * bird".
 */
export function isListed(words: readonly Word[], at: number, lexicon: Lexicon): boolean {
  if (!words[at]?.afterPause) return false;
  const hasArticle = lexicon.isA('indefinite', words[at]?.text);
  let length = 0;
  for (const { text, afterPause } of words.slice(at, at + MAX_LIST)) {
    if (lexicon.isA('or', text)) return true;
    if (afterPause && length > 0 && hasArticle) return true;
    length = afterPause ? 1 : length + 1;
    if (length > MAX_ITEM + Number(hasArticle)) return false;
  }
  return hasArticle;
}

/** Whether an "of" belongs to a measure: "not a drop of blood". */
export const isMeasured = (words: readonly Word[], of: number, lexicon: Lexicon): boolean =>
  words[of]?.text === 'of' && lexicon.isA('measure', words[of - 1]?.text);
