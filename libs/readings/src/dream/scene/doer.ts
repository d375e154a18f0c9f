import { isHangul, type Word } from '@app/text';
import type { Lexicon } from './lexicon.js';
import type { Mention } from './mentions.js';
import type { Doer } from './scene.js';
import { ADVERB, CLAUSE_END, isNounPhrase } from './usage.js';

/** Maximum number of words between a verb and its subject; a Korean subject stays the same over several clauses. */
const MAX_REACH = { en: 6, ko: 9 } as const;

export function doerOf(mention: Mention, lexicon: Lexicon): Doer {
  return isHangul(mention.sentence.words[mention.first]?.text[0])
    ? koreanDoer(mention, lexicon)
    : englishDoer(mention, lexicon);
}

const BE = /^(was|were|got|been|being|get|gets|getting|am|is|are)$/;
const JOINS = /^(and|then|but)$/;
/** Verbs with the doer of another verb as their object: "it made me cry". */
const CAUSES = /^(made|make|makes|let|saw|heard|watched)$/;

function englishDoer({ sentence: { words }, first }: Mention, lexicon: Lexicon): Doer {
  // In "I was scolded by her", the subject is not the doer.
  const isPassive = BE.test(words[first - 1]?.text ?? '') && !words[first]?.text.endsWith('ing');
  for (const at of subjectPlaces(words, first, lexicon)) {
    const text = words[at]?.text ?? '';
    const isCaused = text === 'me' && at === first - 1 && CAUSES.test(words[at - 1]?.text ?? '');
    if (isCaused || lexicon.isA('dreamer', text)) return isPassive ? 'other' : 'dreamer';
    if (lexicon.isA('other-agent', text) || lexicon.isA('kin', text) || isNounPhrase(words, at, lexicon))
      return isPassive ? undefined : 'other';
  }
  return undefined;
}

/** Indexes of the words that may be the subject of a verb, most likely first. */
function subjectPlaces(words: readonly Word[], verb: number, lexicon: Lexicon): readonly number[] {
  const backFrom = (last: number) =>
    Array.from({ length: Math.min(last + 1, MAX_REACH.en) }, (_, offset) => last - offset);
  if (!JOINS.test(words[verb - 1]?.text ?? '')) return backFrom(verb - 1);
  // "I hugged my mother and cried": the subject of the first verb is that of the second.
  const isVerb = ({ text }: Word, at: number) =>
    isFiniteVerb(text, lexicon) && !lexicon.isA('noun-marker', words[at - 1]?.text);
  const joined = words.slice(0, verb).findLastIndex(isVerb);
  return joined < 0 ? [...Array(verb).keys()] : backFrom(joined);
}

const isFiniteVerb = (word: string, lexicon: Lexicon): boolean =>
  lexicon.isA('past', word) || lexicon.isA('present', word) || /[a-z]{2}ed$/.test(word);

/** Verbs whose subject suffers the action: 물렸다, 혼났다. */
const SUFFERED = /^(찔[리렸려린]|물[리렸려린]|잡[히혔혀힌]|쫓[기겼겨긴]|혼[나났난]|맞[았아는은]|당[하했한해])/;
/** Verbs in the honorific form, which speakers do not use of themselves: 웃으셨다, 울고 계셨다. */
const HONORIFIC = /(?<![마모다적부쑤])(?:시[는던더고며면네]|[셨셔])|계[시셨셔신]|[가-힣][으하]신$|^[주오가]신$/;
/** Auxiliary verbs that bear the honorific of the verb before them: 안아 주셨다. */
const AUXILIARY = /^[계주]/;
const SUBJECT = /^(?!(?:눈물|마음|기분|생각|다리|몸|발|손|소리|목소리|말|그게|이게|갑자기)[이가]?$)..*[이가]$|께서$/;
/** Clauses after which the subject changes: 물고기가 보여서 잡았어요. */
const CHANGES_SUBJECT = /^(?!그러).*(?:니까|길래)$|^(?:보여|있어|많아|떨어져)서$|^보이는데$/;
const TOPIC = /^(.+)[은는도]$/;

function koreanDoer({ sentence: { words }, first, last }: Mention, lexicon: Lexicon): Doer {
  const verb = words[last - 1]?.text ?? '';
  if (SUFFERED.test(verb)) return undefined;
  let isOfEarlierClause = false;
  for (let at = first - 1; at >= 0 && at >= first - MAX_REACH.ko; at--) {
    const text = words[at]?.text ?? '';
    if (lexicon.isA('dreamer', text)) return 'dreamer';
    const topic = TOPIC.exec(text)?.[1];
    if (lexicon.isA('kin', topic) || lexicon.isA('pet', topic)) return 'other';
    if (CHANGES_SUBJECT.test(text)) isOfEarlierClause = true;
    else if (isSubject(text)) {
      if (!isOfEarlierClause) return 'other';
      isOfEarlierClause = false;
    }
  }
  const next = words[last]?.text ?? '';
  return HONORIFIC.test(verb) || (AUXILIARY.test(next) && HONORIFIC.test(next)) ? 'other' : undefined;
}

const isSubject = (word: string): boolean => SUBJECT.test(word) && !ADVERB.test(word) && !CLAUSE_END.test(word);
