/** Marks that end a sentence, with the closing quotation marks and brackets after them. */
const END = /[.!?。！？…]+["'”’」』)\]》〉]*/gu;
const ABBREVIATION =
  /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|St|Prof|vs|cf|etc|no|ca|c|ch|vol|pp?|e\.g|i\.e|a\.m|p\.m|B\.C|A\.D)\.$/iu;
const INITIAL = /(?:^|[\s.(])[A-Z]\.$/u;
const LIST_NUMBER = /(?:^|\s)\d{1,3}\.$/u;
/** A Korean sentence can end without a following space: "있습니다.또한". */
const KOREAN_ENDING = /[다요까죠오음함]["'”’]?[.!?…]+["'”’」』)]*$/u;

/**
 * Number of characters before a mark that are examined to decide whether it ends the sentence; the limit keeps the
 * search linear.
 */
const REACH = 32;

/**
 * The sentences of a text in order, trimmed and not empty. Only white space between sentences is removed. Linear in the
 * length of the text.
 */
export function splitSentences(text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap(splitParagraph)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function splitParagraph(paragraph: string): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const { index, 0: mark } of paragraph.matchAll(END)) {
    const end = index + mark.length;
    if (!endsSentence(paragraph.slice(Math.max(start, end - REACH), end), paragraph.slice(end), mark)) continue;
    sentences.push(paragraph.slice(start, end));
    start = end;
  }
  return [...sentences, paragraph.slice(start)];
}

function endsSentence(before: string, after: string, mark: string): boolean {
  if (after.trim() === '') return true;
  if (!/^\s/u.test(after)) return /^[。！？]/u.test(mark) || (KOREAN_ENDING.test(before) && /^[가-힣]/u.test(after));
  if (ABBREVIATION.test(before) || INITIAL.test(before) || LIST_NUMBER.test(before)) return false;
  return !continues(after.trimStart(), mark);
}

/**
 * Whether the sentence continues after a mark: lower case follows a quotation or a pause, as in "“Who is there?” she
 * asked" or "wait… then".
 */
const continues = (after: string, mark: string): boolean => /^\p{Ll}/u.test(after) && !/^\.["'”’)]*$/u.test(mark);
