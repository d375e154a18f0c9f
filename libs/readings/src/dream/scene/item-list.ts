import type { Word } from '@app/text';

/** Maximum number of words of a list after its first item, and of one item without its article. */
const MAX_LIST = 12;
const MAX_ITEM = 2;
const LIST_END = /^(or|nor)$/;
const ARTICLE = /^(an?|any)$/;
/** Measures before the denied thing: "not a drop of blood". */
const MEASURE = /^(drop|trace|speck|scrap|hint|sign|bit|piece|shred|grain|sort|kind|single|one)s?$/;

/**
 * Whether a comma before the word separates items of a list: "no dogs, cats or snakes", "there wasn't a cloud, a tree, a
 * bird".
 */
export function isListed(words: readonly Word[], at: number): boolean {
  if (!words[at]?.afterPause) return false;
  const hasArticle = ARTICLE.test(words[at]?.text ?? '');
  let length = 0;
  for (const { text, afterPause } of words.slice(at, at + MAX_LIST)) {
    if (LIST_END.test(text)) return true;
    if (afterPause && length > 0 && hasArticle) return true;
    length = afterPause ? 1 : length + 1;
    if (length > MAX_ITEM + Number(hasArticle)) return false;
  }
  return hasArticle;
}

/** Whether an "of" belongs to a measure. */
export const isMeasured = (words: readonly Word[], of: number): boolean =>
  words[of]?.text === 'of' && MEASURE.test(words[of - 1]?.text ?? '');
