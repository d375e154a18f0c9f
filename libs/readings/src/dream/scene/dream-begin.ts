import { lastSyllable } from '@app/text';
import type { CueOf } from './lexicon.js';
import type { Sentence } from './sentence.js';

/**
 * Index of the first word that belongs to the dream in the sentence that first mentions it.
 * @param start the first phrase about a dream in the sentence
 */
export function dreamBegin({ words }: Sentence, start: CueOf<'frame'> | undefined): number {
  if (start?.value.extent !== 'sentence') return start?.first ?? words.length;
  const dream = words.findIndex(({ text }, at) => at >= start.first && text.startsWith('꿈'));
  const before = words.slice(0, Math.max(0, dream));
  if (!describesContent(before.at(-1)?.text) || before.some(({ text }) => OFTEN.test(text))) return start.first;
  // In 할머니가 돌아가셔서 우는 꿈을 꿨어요, the content precedes the noun 꿈.
  return Math.min(start.first, before.findLastIndex(({ text }) => SEPARATES.test(text)) + 1);
}

/** Whether a word is a verb before 꿈 that tells what happens in the dream: 우는 꿈, but not 무서운 꿈 or 저는 꿈을. */
const describesContent = (word = ''): boolean => lastSyllable(word)?.final === 'ㄴ' && !NO_CONTENT.test(word);

const NO_CONTENT = new RegExp(
  [
    '^(저|나|우리|저희|엄마|언니|누나|어제|그제)는$|에는$|^[전난]$',
    '^(요즘은|요즘엔|최근|이번|한번|동안|그런|이런|저런|어떤|같은|무서운|이상한|슬픈|나쁜|좋은|안좋은|생생한|신기한|묘한|끔찍한|찜찜한|뒤숭숭한|긴|짧은)$',
    // The person who appears may be dead.
    '나오는|나오신|나온|나타나|나타난|보이는|보인|찾아오',
  ].join('|'),
);

/** The death before a recurring dream is usually real: 할머니가 돌아가셔서 자꾸 우는 꿈을 꿔요. */
const OFTEN = /^(자주|자꾸|계속|매일|매번|맨날|요즘|요새|가끔)/;

/** Words at which a clause about waking life can end. */
const SEPARATES =
  /([가-힣]데|데요|지만|거든요?|더니|니까|고나서|고나니|어요|아요|니다)$|^(나서|나니|난|뒤|후|이후|다음|지|부터)/;
