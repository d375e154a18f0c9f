import { type Locale, splitSentences } from '@app/text';
import { cleanText } from './clean-text.js';

/** Length limits of a quoted question, in characters. */
const LENGTH = { ko: { min: 4, max: 64 }, en: { min: 8, max: 130 } } as const;

/** Korean letters for laughing and crying (ㅋㅋ, ㅠㅠ), ^^ and emoji; removed from quotations. */
const LAUGHTER = /[ㄱ-ㅎㅏ-ㅣ^]{2,}|\p{Extended_Pictographic}/gu;
/** Quotation marks, and the braces of slots. An apostrophe inside a word is allowed. */
const UNQUOTABLE = /["“”‘«»{}]|(?<!\p{L})['’]|['’](?!\p{L})/u;
const QUESTION =
  /[?？]\s*$|(?:까요|나요|은가요|는가요|인가요|건가요|던가요|까|냐|죠|을지|은지|는지 궁금\S*|알려 ?주세요|궁금\S*|[다라]던데요?|뭘까\S*|무슨 (?:뜻|의미)\S*|해몽\S*)[.。…\s]*$/u;
const ENGLISH_QUESTION =
  /^(?:what|why|who|when|where|how|which|is|are|am|was|were|do|does|did|can|could|should|will|would|has|have)\b[^.]*$/iu;
/** Questions about the meaning of the whole, which the reading itself answers. */
const MEANING =
  /(?:무슨|어떤|뭔|무슨무슨) ?(?:뜻|의미|꿈)|의미|해몽|뜻일까|풀이|\bmean(?:s|ing)?\b|\binterpret|\bwhat(?:['’]s| is) (?:it|this) about\b|what does it say/iu;
const HEALTH =
  /(?<![가-힣])(?:병|암)(?:이|은|을|에|인)(?![가-힣])|질병|불치병|완치|(?:아픈|통증|허리|무릎|건강)[^.?!]{0,12}(?:나을|낫)|수술|치료가|임신이 될|\b(?:illness|disease|cancer|cured?|surgery|diagnos\w+|get pregnant)\b/iu;
const MONEY =
  /주식|코인|로또|복권|(?<!시간을 |마음을 |시간 )투자|돈을? (?:벌|잃|딸)|대박|부자가 될|\b(?:stocks?|crypto|bitcoin|lottery|lotto|make money|get rich|profit)\b|\binvest\w*\b(?!.*\b(?:relationship|time)\b)/iu;
const MIND =
  /(?:원망|미워|싫어|좋아|생각|(?<!짝)사랑|그리워|용서|화나|서운)\S*[^.?!에]{0,10}(?:까요?|나요|건가요?|걸까\S*|는지|을지)|\b(?:does|do|did|is|are|was|were) (?:he|she|they|my \w+)\b[^.?!]{0,30}\b(?:love|hate|miss|angry|mad|blame|like|forgive|think|feel|want)\w*/iu;
const FUTURE =
  /(?:(?<!도 |도)될|올|생길|나올|붙을|합격할|만날|성공할|일어날|벌어질|죽을|다칠|헤어질|결혼할|있을)까요?|(?:조짐|징조|예지몽|전조)|\b(?:will|is going to|going to happen|omen|sign that|prophe\w+|predict\w*|come true|premonition)\b/iu;

/** Kinds of questions about a dream that have a dedicated answer. */
const ABOUT_A_DREAM: Readonly<Record<string, RegExp>> = {
  asksAgain:
    /(?:왜|어째서)[^.?!]{0,30}(?:자꾸|계속|또|매번|반복|되풀이|같은 꿈)|(?:자꾸|계속|매번|반복해서|같은)[^.?!]{0,30}(?:이유|왜)|\bwhy\b[^.?!]{0,40}\b(?:keep|again|always|recurring|every night)\b/iu,
  asksMessage:
    /(?:하고 싶은|하려던|하려는|남긴|전하려는|전하고 싶은) ?(?:말|이야기|것)|메시지|\b(?:trying to tell|want(?:s|ed)? to (?:tell|say)|message from|say to me)\b/iu,
  asksIfReal:
    /(?:실제로|진짜로?|정말로?|현실에서)[^.?!]{0,25}(?:까요?|나요|건가요|걸까\S*|는지)|\b(?:is|was|does|did|could) (?:it|this|he|she|my \w+)\b[^.?!]{0,25}\b(?:real|really|actually|in real life|true)\b/iu,
  asksOmen:
    /(?:좋은|나쁜|안 좋은|불길한) ?꿈|길몽|흉몽|조짐|징조|전조|\b(?:good|bad|lucky) (?:dream|sign|omen)\b|\bgood or bad\b|\bomen\b/iu,
  asksConception: /태몽|\bconception dream|\bam i pregnant\b|\bpregnancy (?:sign|omen)\b/iu,
  asksHarm:
    /(?:무슨|나쁜|안 ?좋은|큰) ?일[^.?!]{0,20}(?:겠죠|까요|아니죠|나요|건가요)|(?:다치|아프|죽)[^.?!]{0,15}(?:겠죠|까요|아니죠|건가요)|(?:돌아가신|죽는|아프|다친)(?:다(?:는|고|던데)|대요?|단데)\S*|\b(?:should i (?:be )?worr|something (?:bad|wrong)|going to (?:die|get hurt|happen)|in danger)/iu,
  asksIfWished:
    /(?:무의식|속으로|사실|마음속|은근)[^.?!]{0,25}(?:걸까|건가|나요|까요)|\b(?:do|did) i (?:secretly|really|actually|subconsciously|deep down)\b|\bmean (?:that )?i (?:secretly |really )?(?:want|miss|love|hate|like)/iu,
  asksWhatToDo: /(?:어떻게|무엇을|뭘) ?(?:해야|하면|할까|하죠)|\bwhat (?:should|can|do) i do\b/iu,
  asksDecision:
    /도 (?:될까|되나|되는|괜찮)|(?:게|것이|편이) (?:좋을까|나을까|맞을까|맞나|좋은가|나은가)|(?:해야|가야|사야|그만둬야|바꿔야) (?:할까|하나|될까|되나)|\bshould i\b/iu,
};

/** A text as it can be quoted; empty when it is too short, too long or contains quotation marks itself. */
export const quotable = (text: string, locale: Locale): string => {
  const line = cleanText(text)
    .replaceAll('\n', ' ')
    .replace(LAUGHTER, '')
    .replace(/[.。…~\s]+$/u, '')
    .trim();
  return line.length >= LENGTH[locale].min && line.length <= LENGTH[locale].max && !UNQUOTABLE.test(line) ? line : '';
};

const questionsIn = (text: string, locale: Locale): readonly string[] => {
  const asks = (sentence: string) =>
    locale === 'ko' ? QUESTION.test(sentence) : /[?？]\s*$/u.test(sentence) || ENGLISH_QUESTION.test(sentence);
  return splitSentences(cleanText(text))
    .map((sentence) => sentence.replace(LAUGHTER, '').trim())
    .filter(asks);
};

export const hasQuestion = (text: string, locale: Locale): boolean => questionsIn(text, locale).length > 0;

/**
 * The last question in the user's text that can be quoted; prefers one that does not ask for the meaning of the whole.
 * Empty when there is none.
 */
function questionIn(text: string, locale: Locale): string {
  const { min, max } = LENGTH[locale];
  const quotable = questionsIn(text, locale)
    .map((sentence) => sentence.replace(/[.。…~\s]+$/u, ''))
    .filter((sentence) => sentence.length >= min && sentence.length <= max && !UNQUOTABLE.test(sentence));
  return quotable.findLast((sentence) => !MEANING.test(sentence)) ?? quotable.at(-1) ?? '';
}

/**
 * Slots about the user's question. `quote` is the question; empty when it only asks for the meaning and `isQuestion` is
 * false. `asksHealth`, `asksMoney`, `asksMind` and `asksFuture` are `yes` for a question that a reading cannot answer.
 * `asked` equals `quote` when none of these is set, and is empty otherwise. For the text of a dream at most one of the
 * slots of `ABOUT_A_DREAM` is `yes`.
 * @param isQuestion true when the whole text is the question, even without a question mark; false for a dream
 */
export function askedSlots(text: string, locale: Locale, isQuestion: boolean): Readonly<Record<string, string>> {
  const question = questionIn(text, locale) || (isQuestion ? quotable(text, locale) : '');
  const is = (pattern: RegExp) => (pattern.test(question) ? 'yes' : '');
  const asksHealth = is(HEALTH);
  const asksMoney = is(MONEY);
  const asksMind = asksMoney || asksHealth ? '' : is(MIND);
  const aboutDream = isQuestion || asksHealth || asksMoney ? undefined : aboutADream(text, locale);
  const asksFuture = asksHealth || asksMoney || asksMind || aboutDream ? '' : is(FUTURE);
  const isAnswered = asksHealth || asksMoney || asksMind || asksFuture;
  const quote = MEANING.test(question) && !isAnswered && !isQuestion ? '' : question;
  return {
    quote,
    asked: isAnswered ? '' : quote,
    asksHealth,
    asksMoney,
    asksMind,
    asksFuture,
    ...(aboutDream && { [aboutDream]: 'yes', asksMind: '' }),
  };
}

/** The kind of the questions in the text of a dream. */
function aboutADream(text: string, locale: Locale): string | undefined {
  const questions = questionsIn(text, locale);
  return Object.entries(ABOUT_A_DREAM).find(([, pattern]) => questions.some((each) => pattern.test(each)))?.[0];
}
