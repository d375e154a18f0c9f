import type { Sentence } from './sentence-views.js';

/** A sentence, with 1 in `dreamt` for each character of `words` that is dream content, otherwise 0. */
export interface FramedSentence extends Sentence {
  readonly dreamt: Uint8Array;
}

/** Conjunctions that begin an English clause. */
const ENGLISH_CLAUSE = / (?=(?:and|but|so|because|cause|while|although|though|then|since|ever since) )/;
/** Korean endings after which an independent clause can begin: 유산했는데 | 꿈에 아기가 나왔어요. */
const KOREAN_CLAUSE =
  /(?<=(?:데|지만|니까|구요|고요|거든요|더니|나서|후로?|뒤로?|이후로?|동안|[어아해에예래대네]요|니다|[었았했]다|죠) )/;

const IN_ENGLISH_DREAM = / in (?:my|the|this|that|a|her|his|last nights|one) (?:\w+ )?(?:dream|nightmare)s?\b/;
const ENGLISH_DREAM = / (?:dream(?:t|ed|ing|s)?|nightmares?)\b/;
const ENGLISH_STORY =
  / (?:dreamt|dreamed|had (?:a|this|the|another|that) (?:\w+ )?(?:dream|nightmare)|(?:dream|nightmare) where)\b/;
const ENGLISH_WAKING =
  / (?:woke|wake up|awake|real life|irl|reality|actually|ive been|i have been|for (?:days|weeks|months|years)|daytime|during the day|these days|nowadays|lately|recently|ago|since|yesterday|now|this (?:morning|week|month|year)|last (?:week|month|year|spring|summer|autumn|fall|winter|\w+day)) /;

const IN_KOREAN_DREAM = /꿈 ?(?:에서|속|에)|악몽 ?(?:에서|속)/;
const KOREAN_DREAM = /꿈|악몽/;
const KOREAN_STORY = /꿈 ?(?:을 ?)?(?:꿨|꾸었|꾼)|꿈 ?속|꿈 ?에서/;
const KOREAN_WAKING =
  /실제|현실|깨고|깨어|깨니|일어나니|요즘|요새|낮에|깨어서도|깨서도|작년|재작년|지난|(?:일|달|주|년|개월|얼마) ?전|후로|뒤로|이후|지금|평소|오늘|아침에/;

/**
 * Separates dream content from waking life, sentence by sentence. Dream content continues until a word that refers to
 * waking life. Each text needs its own instance.
 */
export class DreamFrames {
  #inStory = false;

  /** Marks the characters of the next sentence's `words`: 1 for dream content, otherwise 0. */
  read(words: string): Uint8Array {
    const dreamt = new Uint8Array(words.length);
    let at = 0;
    for (const clause of clausesOf(words)) {
      this.#markClause(clause, dreamt.subarray(at, at + clause.length));
      at += clause.length;
    }
    return dreamt;
  }

  #markClause(clause: string, dreamt: Uint8Array): void {
    // Add a trailing space too, so that patterns match the last word.
    const padded = ` ${clause.trimStart()} `;
    const start = dreamStart(padded);
    if (ENGLISH_WAKING.test(padded) || KOREAN_WAKING.test(padded)) this.#inStory = false;
    if (start === undefined) {
      if (this.#inStory) dreamt.fill(1);
      return;
    }
    dreamt.fill(1, this.#inStory ? 0 : Math.max(0, start - 1));
    if (ENGLISH_STORY.test(padded) || IN_ENGLISH_DREAM.test(padded) || KOREAN_STORY.test(padded)) this.#inStory = true;
  }
}

const clausesOf = (words: string): readonly string[] =>
  words.split(ENGLISH_CLAUSE).flatMap((part, index) => (index === 0 ? part : ` ${part}`).split(KOREAN_CLAUSE));

/** Index at which dream content begins in a clause, 0 for "강아지가 죽는 꿈"; undefined without dream content. */
function dreamStart(clause: string): number | undefined {
  if (IN_ENGLISH_DREAM.test(clause)) return 0;
  const english = ENGLISH_DREAM.exec(clause);
  if (english) return english.index;
  const inKorean = IN_KOREAN_DREAM.exec(clause);
  if (inKorean) return inKorean.index;
  return KOREAN_DREAM.test(clause) ? 0 : undefined;
}
