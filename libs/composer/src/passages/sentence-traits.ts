import { lastSyllable } from '@app/text';

/** Describes one particular case and fits only that case: "뱀에게 물리는 꿈은 …", "If it bit you, …". */
const CASE =
  /(?:다면|라면|이면|으면)[\s,]|[가-힣]면[,\s]|(?:을|를|ㄹ|할|릴) 때|경우|나오면|나타나면|였다면|^(?:if|when|whether|being|dreaming|seeing|meeting|finding|losing|a dream (?:of|in which)|to dream)\b|\bif (?:you|the|it|a)\b/iu;
/** "물리는 꿈은", "가득 쌓인 꿈은": 꿈 after a verb whose last syllable ends in ㄴ. */
const OF_A_DREAM = /([가-힣]) 꿈[은이을에]/gu;
const describesADreamCase = (sentence: string): boolean =>
  [...sentence.matchAll(OF_A_DREAM)].some(([, last = '']) => lastSyllable(last)?.final === 'ㄴ');
/** Asks the reader to do or notice something. */
const ADVICE =
  /(?:바랍니다|보십시오|하십시오|주십시오|두십시오|으십시오|보세요|하세요|주세요|좋습니다|도움이 됩니다|권합니다|괜찮습니다|충분합니다|만합니다|됩니다\b|입니까\?|습니까\?|까요\?)[.!?]?["'”’]?$|^(?:ask|choose|keep|write|try|take|look|notice|put|let|give|remember|recall|leave|set|make|start|begin|think|check|see|find|do not|don['’]t|before you|today|tonight|tell|say|pick|name|note|list|hold|turn)\b|\b(?:it helps to|worth|you might|you may|you can|a good (?:step|time|moment)|is enough)\b/iu;
/** Folk interpretation. */
const FOLK =
  /해몽|민간|옛 ?어른|옛 ?사람|예부터|예로부터|속설|속담|태몽|길몽|흉몽|\b(?:folk|korean|older|tradition|elders|omen|conception dream)/iu;
/** Psychological interpretation. */
const PSYCHE = /심리|자아|무의식|내면|\b(?:psycholog|psyche|inner|unconscious)/iu;

export interface SentenceTraits {
  readonly isCase: boolean;
  readonly isAdvice: boolean;
  readonly isFolk: boolean;
  readonly isPsyche: boolean;
}

export const traitsOf = (sentence: string): SentenceTraits => ({
  isCase: CASE.test(sentence) || describesADreamCase(sentence),
  isAdvice: ADVICE.test(sentence),
  isFolk: FOLK.test(sentence),
  isPsyche: PSYCHE.test(sentence),
});
