import type { Correction } from './correction.js';
import { koreanCorrection } from './korean-correction.js';

const KOREAN: readonly RegExp[] = [
  /(?<from>[가-힣A-Za-z0-9 ]{1,20}?)(?:이)?라고 하셨는데,? (?<to>[가-힣A-Za-z0-9 ]{1,20}?)(?:이)?(?:라니까요?|예요|에요|입니다|거든요)/u,
];
const ENGLISH: readonly RegExp[] = [
  /(?<to>(?:my |the |a |an )?[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)?) (?:is|was|are|were) the one\b[^,.!?]*, not (?<from>(?:my |the |a |an )?[\p{L}\p{N}]+)/iu,
  /(?<to>(?:my|the|an?) [\p{L}\p{N}]+), not (?<from>(?:my|the|an?) [\p{L}\p{N}]+),/iu,
  /\b(?<from>\p{Lu}[\p{L}]+|\d+),? (?:no|sorry|wait|or rather|I mean),? (?:wait,? |make that |in )?(?<to>\p{Lu}[\p{L}]+|\d+)\b/u,
  /\b(?:wrong|mistyped|miscounted|misread|mistake|typo|mixed (?:it|that|them) up)\b[^.!?]{0,30}?(?:it(?:['’]s| is| was)|should (?:be|have been|say)|meant) (?<to>[\p{L}\p{N}][\p{L}\p{N} '’]{0,24}?)(?=[.,!?;–—-]|$)/iu,
  /\bnot (?<from>[\p{L}\p{N}]+(?: [\p{Lu}\p{N}][\p{L}\p{N}]*)?)\b[^.!?]{0,40}?\b(?:(?:it|he|she)(?:['’]s| is| was)|they(?:['’]re| are| were)|but|i meant|rather)\s+(?:actually\s+)?(?:(?:in|at|on|from|called|named)\s+)?(?<to>[\p{L}\p{N}][\p{L}\p{N} '’]{0,24}?)(?=[.,!?;–—-]|$)/iu,
  /\b(?:i )?(?:said|wrote|put) (?<from>[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)?),? (?:but )?(?:it|that|he|she|they|i)(?: was| is|['’]s| meant| should be| should have been)? (?:actually |really |meant )?(?<to>[\p{L}\p{N}][\p{L}\p{N} '’]{0,24}?)(?=[.,!?;–—-]|$)/iu,
  /\b(?:it|that)(?: was| is|['’]s) (?:actually |really )?(?<to>[\p{L}\p{N}][\p{L}\p{N} '’]{0,24}?),? not (?<from>[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)?)(?=[.,!?;–—-]|$)/iu,
  /(?:^|[.!?])[^.!?]*\b(?:is|was|are|were|have|had|has|got|on|in|at|for|to|with|['’]s)\s+(?:actually |really )?(?<to>[\p{L}\p{N}][\p{L}\p{N} '’]{0,24}?),? (?:and not|not|rather than|instead of) (?<from>[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)?)(?=[.,!?;–—-]|$)/iu,
  /\b(?:make that|it should (?:be|say)|wait,? (?:no,? )?it(?:['’]s| was)) (?<to>[\p{L}\p{N}][\p{L}\p{N} '’]{0,24}?)(?=[.,!?;–—-]|$)/iu,
  /\bactually,? (?:her|his|their|its|my|the) (?:\p{L}+ )?name(?:['’]s| is| was) (?<to>[\p{L}\p{N}][\p{L}\p{N} '’]{0,24}?)(?=[.,!?;–—-]|$)/iu,
  /\bi meant (?<to>[\p{L}\p{N}][\p{L}\p{N} '’]{0,24}?)(?=[.,!?;–—-]|$)/iu,
];

/** A name that the user gave: `called Priya`, `이름은 보리예요`. */
const NAME =
  /\b(?:called|named|name(?:['’]s| is| was)) (\p{Lu}[\p{L}'’-]+)|이름(?:은|이) ([가-힣]{1,6}?)(?=이에요|예요|이야|야|입니다|이고|고|라고|이라고)/gu;
/** A corrected name without the old one. */
const NAME_ONLY = /\bname(?:['’]s| is| was) |이름(?:은|이) /iu;

/** Leading words that are not part of the corrected text. */
const LEADING = /^(?:아 |아니 |그리고 |근데 |그게 |제가 |사실 |그 |a |an |the )+/iu;

/** The correction in a text. @param earlier what the user said before, in which a corrected name is looked up */
export function correctionIn(text: string, earlier: readonly string[] = []): Correction | undefined {
  const korean = koreanCorrection(text);
  if (korean) return korean;
  for (const pattern of [...KOREAN, ...ENGLISH]) {
    const { from = '', to = '' } = pattern.exec(text)?.groups ?? {};
    const [wrong, right] = [from, to].map((value) => value.trim().replace(LEADING, ''));
    if (!right || right === wrong) continue;
    return { from: wrong === '' && NAME_ONLY.test(text) ? lastName(earlier, right) : (wrong ?? ''), to: right };
  }
  return undefined;
}

const lastName = (texts: readonly string[], other: string): string =>
  texts
    .flatMap((text) => Array.from(text.matchAll(NAME), ([, english, korean]) => english ?? korean ?? ''))
    .findLast((name) => name !== other) ?? '';

/** Applies all corrections to a text. */
export const corrected = (text: string, corrections: readonly Correction[]): string =>
  corrections.reduce((rest, { from, to }) => (from === '' ? rest : replaceWord(rest, from, to)), text);

/** Does not replace parts of a longer Latin word, such as "May" in "Maybe". */
const replaceWord = (text: string, from: string, to: string): string =>
  text.replaceAll(new RegExp(`(?<![A-Za-z])${RegExp.escape(from)}(?![A-Za-z])`, 'gu'), () => to);
