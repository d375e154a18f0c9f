import { isHangul } from '@app/text';
import type { Lexicon } from './lexicon.js';
import type { Mention } from './mentions.js';
import type { Doer } from './scene.js';
import { isNounPhrase } from './usage.js';

/** Maximum number of words between a verb and its subject; a Korean subject stays the same over several clauses. */
const MAX_REACH = { en: 6, ko: 9 } as const;

export function doerOf(mention: Mention, lexicon: Lexicon): Doer {
  return isHangul(mention.sentence.words[mention.first]?.text[0])
    ? koreanDoer(mention, lexicon)
    : englishDoer(mention, lexicon);
}

const BE = /^(was|were|got|been|being|get|gets|getting|am|is|are)$/;
/** Verbs with the doer of another verb as their object: "it made me cry". */
const JOINS = /^(and|then|but)$/;
const CAUSES = /^(made|make|makes|let|saw|heard|watched)$/;

function englishDoer({ sentence: { words }, first }: Mention, lexicon: Lexicon): Doer {
  // In "I was scolded by her", the subject is not the doer.
  const isPassive = BE.test(words[first - 1]?.text ?? '') && !words[first]?.text.endsWith('ing');
  const reach = Array.from({ length: Math.min(first, MAX_REACH.en) }, (_, back) => first - 1 - back);
  // "I hugged my mother and cried": the subject of the first verb is that of the second.
  const isJoined = JOINS.test(words[first - 1]?.text ?? '');
  for (const at of isJoined ? reach.toReversed() : reach) {
    const text = words[at]?.text ?? '';
    const isCaused = text === 'me' && at === first - 1 && CAUSES.test(words[at - 1]?.text ?? '');
    if (isCaused || lexicon.isA('dreamer', text)) return isPassive ? 'other' : 'dreamer';
    if (lexicon.isA('other-agent', text) || lexicon.isA('kin', text) || isNounPhrase(words, at, lexicon))
      return isPassive ? undefined : 'other';
  }
  return undefined;
}

/** Verbs whose subject suffers the action: 물렸다, 혼났다. */
const SUFFERED = /^(찔[리렸려린]|물[리렸려린]|잡[히혔혀힌]|쫓[기겼겨긴]|혼[나났난]|맞[았아는은]|당[하했한해])/;
/** Verbs in the honorific form, which speakers do not use of themselves: 웃으셨다, 울고 계셨다. */
const HONORIFIC = /시[는던더고며면네]|[셨셔신실]|계[시셨셔]/;
const SUBJECT = /^(?!(?:눈물|마음|기분|생각|다리|몸|발|손|소리|목소리|말|그게|이게|갑자기)[이가]?$)..*[이가]$|께서$/;
const TOPIC = /^(.+)[은는도]$/;

function koreanDoer({ sentence: { words }, first, last }: Mention, lexicon: Lexicon): Doer {
  if (SUFFERED.test(words[last - 1]?.text ?? '')) return undefined;
  for (let at = first - 1; at >= 0 && at >= first - MAX_REACH.ko; at--) {
    const text = words[at]?.text ?? '';
    if (lexicon.isA('dreamer', text)) return 'dreamer';
    const topic = TOPIC.exec(text)?.[1];
    if (SUBJECT.test(text) || lexicon.isA('kin', topic) || lexicon.isA('pet', topic)) return 'other';
  }
  return words.slice(last - 1, last + 1).some(({ text }) => HONORIFIC.test(text)) ? 'other' : undefined;
}
