import { isHangul, lastSyllable, type Word } from '@app/text';
import type { Lexicon } from './lexicon.js';
import type { Mention } from './mentions.js';

/** How a sentence uses the words of a mention. */
export interface Usage {
  /** Grammatical role of a noun. */
  readonly role: 'subject' | 'object' | 'place' | 'other';
  /** Article or possessive of an English noun. */
  readonly determiner: 'new' | 'definite' | 'own' | 'none';
  /** Who performs an action; `none` for a noun and for an action that only describes a noun. */
  readonly agent: 'dreamer' | 'other' | 'none';
  /** Whether a noun has neither article nor plural ("hit rock bottom"), or a Korean noun has no particle. */
  readonly isBare: boolean;
  /** Whether a noun stands directly before another noun, which it may only describe: "door handle", 학교 앞. */
  readonly isModifier: boolean;
}

/** Maximum number of words between a verb and its subject, and between a noun and its article. */
const MAX_REACH = 5;

export function usageOf(mention: Mention, lexicon: Lexicon): Usage {
  const { words } = mention.sentence;
  const isKorean = isHangul(words[mention.first]?.text[0]);
  const isAction = mention.entity.category === 'action';
  return {
    role: isAction ? 'other' : isKorean ? koreanRole(mention) : englishRole(mention, lexicon),
    determiner: isKorean ? 'none' : determinerOf(mention, lexicon),
    agent: !isAction ? 'none' : isKorean ? koreanAgent(mention, lexicon) : englishAgent(mention, lexicon),
    isBare: !isAction && (isKorean ? isKoreanBare(mention) : isEnglishBare(mention, lexicon)),
    isModifier: !isAction && (isKorean ? isKoreanModifier(mention) : isEnglishModifier(mention, lexicon)),
  };
}

const isKoreanBare = ({ sentence: { words }, last, end }: Mention): boolean => words[last - 1]?.end === end;

const isKoreanModifier = (mention: Mention): boolean => {
  const next = mention.sentence.words[mention.last];
  return isKoreanBare(mention) && next !== undefined && !next.afterPause && PARTICLE.test(next.text);
};

const PARTICLE = /.(이|가|을|를|은|는|에|에서|으로|로|도)$/;

function isEnglishBare(mention: Mention, lexicon: Lexicon): boolean {
  const { words } = mention.sentence;
  return determinerOf(mention, lexicon) === 'none' && !/[^s]s$/.test(words[mention.last - 1]?.text ?? '');
}

const isEnglishModifier = ({ sentence: { words }, last }: Mention, lexicon: Lexicon): boolean => {
  const next = words[last];
  if (!next || next.afterPause || isHangul(next.text[0]) || isVerb(next.text, lexicon)) return false;
  return !['preposition', 'stop', 'adverb'].some((kind) => lexicon.isA(kind, next.text));
};

const SUBJECT = /^(들)?(이|가|께서|은|는|도|이랑|랑)(요)?$/;
const OBJECT = /^(들)?(을|를)$/;
const PLACE = /^(에|에서|으로|로|에는|에서는|에서도|까지|부터)$/;

function koreanRole({ sentence: { words }, last, end }: Mention): Usage['role'] {
  const word = words[last - 1];
  if (!word) return 'other';
  const rest = word.text.slice(end - word.start);
  // In 뱀 한 마리가, the particle follows the counter.
  const counted = rest === '' && COUNTER.exec(words[last + 1]?.text ?? '')?.[1];
  return roleOf(counted ? counted : rest);
}

const COUNTER = /^(?:마리|명|사람|개|대|채|송이|그루|장|척|권|분)(들?[이가을를은는도])$/;

function roleOf(particle: string): Usage['role'] {
  if (SUBJECT.test(particle)) return 'subject';
  if (OBJECT.test(particle)) return 'object';
  return PLACE.test(particle) ? 'place' : 'other';
}

function englishRole({ sentence: { words }, first, last }: Mention, lexicon: Lexicon): Usage['role'] {
  const next = words[last];
  if (next && !next.afterPause && isVerb(next.text, lexicon)) return 'subject';
  const start = phraseStart(words, first, lexicon);
  const before = words[start - 1]?.text;
  if (before === undefined || words[start]?.afterPause) return 'other';
  return lexicon.isA('preposition', before) ? 'place' : 'object';
}

const isVerb = (word: string, lexicon: Lexicon): boolean =>
  lexicon.isA('past', word) || lexicon.isA('present', word) || /[a-z]{2}(ed|ing)$/.test(word);

/** Classes of articles, possessives and numerals: a snake, my snake, the snake. */
const DETERMINERS = ['new', 'own', 'definite'] as const;

/** The first word of a noun phrase, which begins with an article: "a huge black dog". */
function phraseStart(words: readonly Word[], first: number, lexicon: Lexicon): number {
  for (let at = first - 1; at >= 0 && at >= first - MAX_REACH; at--) {
    const text = words[at]?.text ?? '';
    if (DETERMINERS.some((kind) => lexicon.isA(kind, text))) return at;
    if (words[at + 1]?.afterPause || lexicon.isA('stop', text) || lexicon.isA('preposition', text)) break;
  }
  return first;
}

function determinerOf({ sentence: { words }, first }: Mention, lexicon: Lexicon): Usage['determiner'] {
  const text = words[phraseStart(words, first, lexicon)]?.text;
  return DETERMINERS.find((kind) => lexicon.isA(kind, text)) ?? 'none';
}

function englishAgent({ sentence: { words }, first }: Mention, lexicon: Lexicon): Usage['agent'] {
  for (let at = first - 1; at >= 0 && at >= first - MAX_REACH; at--) {
    const text = words[at]?.text ?? '';
    if (lexicon.isA('dreamer', text)) return 'dreamer';
    if (lexicon.isA('other-agent', text) || isNounPhrase(words, at, lexicon)) return 'other';
  }
  return 'dreamer';
}

/** Whether a word is a noun, judged by the word before it. */
export const isNounPhrase = (words: readonly Word[], at: number, lexicon: Lexicon): boolean => {
  const text = words[at]?.text ?? '';
  return lexicon.isA('noun-marker', words[at - 1]?.text) && !isVerb(text, lexicon) && !lexicon.isA('preposition', text);
};

const KOREAN_SUBJECT = /^..*[이가]$|께서$/;
/** Adverbs that end like a subject: 많이, 같이. */
export const ADVERB = /(많이|같이|높이|깊이|가까이|멀찍이|나란히|없이|일일이|틈틈이|다같이|거기|여기)$/;
export const CLAUSE_END = /(고|서|며|면서|는데|은데|니까|더니|다가|지만|려고|자마자|으면|하면|니|길래)$/;

function koreanAgent({ sentence: { words }, first, last }: Mention, lexicon: Lexicon): Usage['agent'] {
  const verb = words[last - 1]?.text ?? '';
  if (describesNoun(verb, words[last]?.text)) return 'none';
  for (let at = first - 1; at >= 0 && at >= first - MAX_REACH; at--) {
    const text = words[at]?.text ?? '';
    if (lexicon.isA('dreamer', text)) return 'dreamer';
    if (CLAUSE_END.test(text) || words[at + 1]?.afterPause) break;
    if (KOREAN_SUBJECT.test(text) && !ADVERB.test(text)) return 'other';
  }
  return 'dreamer';
}

/** Whether a verb stands before the noun that it describes: 싸운 친구, but not 떨어지는 꿈. */
function describesNoun(verb: string, next: string | undefined): boolean {
  const final = lastSyllable(verb)?.final;
  return next !== undefined && (final === 'ㄴ' || final === 'ㄹ') && !FORMAL_NOUN.test(next);
}

const FORMAL_NOUN = /^(꿈|것|거|게|건|걸|줄|듯|채|뒤|후|적|중|순간|느낌|기분|때|만큼|정도|수|지)/;
