/** A correction by the user: `to` replaces `from`. */
export interface Correction {
  /** The replaced text; empty when the user did not repeat it. */
  readonly from: string;
  readonly to: string;
}

const KOREAN: readonly RegExp[] = [
  /(?<from>[가-힣A-Za-z0-9 ]{1,20}?)(?:이|가|은|는)? 아니(?:라|고),? (?:사실은? |실은 |벌써 |그냥 |아마 )?(?<to>[가-힣A-Za-z0-9 ]{1,20}?)(?:이네요|네요|이에요|예요|에요|입니다|이었어요|였어요|이라고요|라고요|이야|인데요|이고요|고요|[.,!?]|$)/u,
  /(?<from>[가-힣A-Za-z0-9 ]{1,20}?)(?:이)?라고 하셨는데,? (?<to>[가-힣A-Za-z0-9 ]{1,20}?)(?:이)?(?:라니까요?|예요|에요|입니다|거든요)/u,
  /(?<from>[가-힣A-Za-z0-9]{1,20}) 말고,? (?<to>[가-힣A-Za-z0-9 ]{1,20}?)(?:이에요|예요|입니다|요|[.,!?]|$)/u,
];
const ENGLISH: readonly RegExp[] = [
  /\bnot (?<from>[\p{L}\p{N}]+(?: [\p{Lu}\p{N}][\p{L}\p{N}]*)?)\b[^.!?]{0,40}?\b(?:it['’]s|it is|it was|but|i meant|rather)\s+(?:actually\s+)?(?<to>[\p{L}\p{N}][\p{L}\p{N} '’]{0,24}?)(?=[.,!?;–—-]|$)/iu,
  /\b(?:i )?(?:said|wrote|put) (?<from>[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)?),? (?:but )?(?:it|that|he|she|they|i)(?: was| is|['’]s| meant| should be| should have been)? (?:actually |really |meant )?(?<to>[\p{L}\p{N}][\p{L}\p{N} '’]{0,24}?)(?=[.,!?;–—-]|$)/iu,
  /\b(?:it|that)(?: was| is|['’]s) (?:actually |really )?(?<to>[\p{L}\p{N}][\p{L}\p{N} '’]{0,24}?),? not (?<from>[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)?)(?=[.,!?;–—-]|$)/iu,
  /\b(?:make that|it should (?:be|say)|wait,? (?:no,? )?it(?:['’]s| was)) (?<to>[\p{L}\p{N}][\p{L}\p{N} '’]{0,24}?)(?=[.,!?;–—-]|$)/iu,
  /\bi meant (?<to>[\p{L}\p{N}][\p{L}\p{N} '’]{0,24}?)(?=[.,!?;–—-]|$)/iu,
];

/** Leading words that are not part of the corrected text. */
const LEADING = /^(?:아 |아니 |그리고 |근데 |그게 |제가 |사실 |그 |a |an |the )+/iu;

export function correctionIn(text: string): Correction | undefined {
  for (const pattern of [...KOREAN, ...ENGLISH]) {
    const { from = '', to = '' } = pattern.exec(text)?.groups ?? {};
    const [wrong, right] = [from, to].map((value) => value.trim().replace(LEADING, ''));
    if (right && right !== wrong) return { from: wrong ?? '', to: right };
  }
  return undefined;
}

/** Applies all corrections to a text. */
export const corrected = (text: string, corrections: readonly Correction[]): string =>
  corrections.reduce((rest, { from, to }) => (from === '' ? rest : replaceWord(rest, from, to)), text);

/** Does not replace parts of a longer Latin word, such as "May" in "Maybe". */
const replaceWord = (text: string, from: string, to: string): string =>
  text.replaceAll(new RegExp(`(?<![A-Za-z])${RegExp.escape(from)}(?![A-Za-z])`, 'gu'), () => to);
