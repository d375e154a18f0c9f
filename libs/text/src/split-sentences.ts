/** Marks that end a sentence, with the closing quotation marks and brackets after them. */
const END = /[.!?。！？…]+["'”’」』)\]》〉]*/gu;
const ABBREVIATION =
  /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|St|Prof|vs|cf|etc|no|ca|c|ch|vol|pp?|e\.g|i\.e|a\.m|p\.m|B\.C|A\.D)\.$/iu;
const INITIAL = /(?:^|[\s.(])[A-Z]\.$/u;
const LIST_NUMBER = /(?:^|\s)\d{1,3}\.$/u;
/** A Korean sentence may end without a space after it: "있습니다.또한". */
const KOREAN_ENDING = /[다요까죠오음함]["'”’]?[.!?…]+["'”’」』)]*$/u;

/** Characters before a mark that decide whether it ends the sentence; the bound keeps the search linear. */
const REACH = 32;

/** Sentences in order, trimmed and not empty; only white space between them is lost. Linear in the text's length. */
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

/** "“Who is there?” she asked", "wait… then": lower case after a quotation or a pause continues the sentence. */
const continues = (after: string, mark: string): boolean => /^\p{Ll}/u.test(after) && !/^\.["'”’)]*$/u.test(mark);
