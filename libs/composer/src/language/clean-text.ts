/** Control, format, bidirectional and private-use characters, but not line breaks. */
const UNPRINTABLE = /[^\P{C}\n]/gu;
/** Text such as `[3]`, `[ 3 ]`, `[1, 2]` or `[^4]`, which would look like a citation of this reading. */
const CITATION_LIKE = /\s?[[［【]\s*\^?\d[\d\s,;~–-]*[\]］】]/gu;
const TAG = /<\/?[a-z!][^<>]*>/giu;
const FENCE = /```+|~~~+/g;
const LINK = /!?\[([^[\]]*)\]\([^()\s]*\)/g;
const EMPHASIS = /(\*\*|__|\*|`)(?=\S)([^*_`]*?\S)\1/g;
/** Headings, quotes and list items become separate paragraphs, so that two items are not read as one sentence. */
const LINE_MARK = /^[ \t]*(?:#{1,6}|>+|[-*+•])[ \t]+/gm;
const BRACKETS = /[[\]［］【】]|<(?=[a-z/!])/giu;

/**
 * Plain text without markup, control characters or anything that looks like a citation. One `\n` separates paragraphs.
 */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(FENCE, '\n\n')
    .replaceAll(LINE_MARK, '\n\n')
    .replaceAll(TAG, ' ')
    .replaceAll(LINK, '$1')
    .replaceAll(EMPHASIS, '$2')
    .replaceAll(/\s+/gu, (space) => (/\n\s*\n/.test(space) ? '\n' : ' '))
    .replaceAll(UNPRINTABLE, '')
    .replaceAll(CITATION_LIKE, '')
    .replaceAll(BRACKETS, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}

/** `cleanText` on one line, for titles, names and quotations. */
export const cleanLine = (text: string): string => cleanText(text).replaceAll('\n', ' ');
