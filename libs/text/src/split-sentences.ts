/** Marks that end a sentence, with the quotation marks and brackets that close after them. */
const END = /[.!?。！？…]+["'”’」』)\]》〉]*/gu;
const ABBREVIATION =
  /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|St|Prof|vs|cf|etc|no|ca|c|ch|vol|pp?|e\.g|i\.e|a\.m|p\.m|B\.C|A\.D)\.$/iu;
const INITIAL = /(?:^|[\s.(])[A-Z]\.$/u;
const LIST_NUMBER = /(?:^|\s)\d{1,3}\.$/u;
/** Korean sentences also end without a space after them: "있습니다.또한". */
const KOREAN_ENDING = /[다요까죠오음함]["'”’]?[.!?…]+["'”’」』)]*$/u;

/** Sentences in their order, trimmed, none empty; nothing of the text is lost but white space between them. */
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
    if (!endsSentence(paragraph.slice(start, end), paragraph.slice(end), mark)) continue;
    sentences.push(paragraph.slice(start, end));
    start = end;
  }
  return [...sentences, paragraph.slice(start)];
}

function endsSentence(before: string, after: string, mark: string): boolean {
  if (after.trim() === '') return true;
  if (!/^\s/u.test(after)) return /^[。！？]/u.test(mark) || (KOREAN_ENDING.test(before) && /^[가-힣]/u.test(after));
  if (ABBREVIATION.test(before) || INITIAL.test(before) || LIST_NUMBER.test(before)) return false;
  return !goesOn(after.trimStart(), mark);
}

/** "“Who is there?” she asked", "wait… then": the sentence goes on in lower case after a quotation or a pause. */
const goesOn = (after: string, mark: string): boolean => /^\p{Ll}/u.test(after) && !/^\.["'”’)]*$/u.test(mark);
