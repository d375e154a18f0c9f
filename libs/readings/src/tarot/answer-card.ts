import type { Locale } from '@app/text';

/** A card with its position and orientation. */
export interface LaidCard {
  readonly position: string;
  readonly id: string;
  readonly name: string;
  readonly reversed: boolean;
}

/** What a card advises on a question that asks for yes or no. */
type Leaning = 'go' | 'wait' | 'stop';

// By the traditional upright meanings of the Waite deck; cards in neither list are encouraging.
const WAITING = new Set(
  `the-high-priestess the-hermit justice the-hanged-man temperance the-devil the-moon four-of-cups five-of-cups
  seven-of-cups two-of-swords four-of-swords seven-of-swords eight-of-swords nine-of-swords page-of-swords five-of-wands
  nine-of-wands ten-of-wands two-of-pentacles four-of-pentacles five-of-pentacles seven-of-pentacles`.split(/\s+/),
);
const STOPPING = new Set('death the-tower three-of-swords five-of-swords ten-of-swords'.split(' '));

/** Positions that show what to do, for questions of the form "how …". */
const ACTION = /^(?:해 볼 행동|나의 태도|관계의 힘|what to do|your attitude|what holds you together)$/iu;
const OUTCOME =
  /^(?:나아가는 방향|미래|따라올 결과|지금의 핵심|가능성|한 해의 주제|where it leads|(?:the )?future|what may follow|the heart of the matter|the potential|the theme of the year)$/iu;
/** The position of the person a question is about. */
const OTHER = /^(?:상대|the other person)$/iu;
const END_OF_A_WAY = /^(?:(첫째 길|둘째 길)이 이르는 곳|where (the first way|the second way) leads)$/iu;

const MIND = /(?:생각|마음|좋아|사랑|느끼|미워)|\b(?:think|feel|feels|love|loves|like|likes)\b/iu;
const HOW =
  /어떻게(?! 생각)|무엇을|뭘|어떤 (?:태도|마음|노력)|필요한|\bhow (?:can|do|should|could|to)\b|\bwhat (?:should|can|could|do)\b/iu;
const YES_OR_NO =
  /(?:까요?|나요|는지요|인가요|은가요)[?？.\s]*$|^(?:is|are|am|was|will|would|should|shall|can|could|may|do|does|did|has|have)\b/iu;
/** Questions whether to do something; all other questions for yes or no ask what is or will be. */
const ADVISABLE =
  /(?:도|면) ?(?:될|되|돼|괜찮(?!아)|좋(?!아))\S*[?？.\s]*$|(?:게|것이|편이|쪽이) ?(?:좋|나을|낫|맞)\S*[?？.\s]*$|(?:해|아|어|야|가|와)야 ?(?:할|하|될|되)\S*[?？.\s]*$|말까요|때(?:일까|인가|가 됐|가 되었)|\b(?:should|shall|may) (?:i|we)\b|\b(?:is|would|was) (?:it|now|this|that)\b[^?]*\b(?:good|right|wise|okay|ok|time|safe|worth|better|best|idea|early|late|soon)\b/iu;
/** Bare questions of the form “shall I …”, other than about what will come without the person's doing. */
const DELIBERATIVE =
  /(?:(?<!합격|성공|당첨|승진|취직|취업|결혼|임신|회복|재회|실패|후회|통과|변)할|(?<=\s|^)(?:갈|살|팔|접을|끊을|버릴|보낼|옮길|그만둘|떠날|바꿀|배울|빌려줄|빌릴|기다릴|물어볼))까요?[?？.\s]*$/u;
/** A subject other than the person who asks. */
const ANOTHER =
  /(?:그|걔|쟤|사람|남자|여자|친구|애인|상대|회사|엄마|아빠|부모님|남편|아내|오빠|누나|언니|형|동생|씨|님)(?:이|가|은|는|도) /u;
const isAdvisable = (question: string): boolean =>
  ADVISABLE.test(question) || (DELIBERATIVE.test(question) && !ANOTHER.test(question));
const OPEN = /무엇|누구|언제|어디|어느|왜|몇|\bor\b/iu;

/** Whether the question can be answered with yes or no. */
const asksYesOrNo = (question: string): boolean =>
  YES_OR_NO.test(question.trim()) && !HOW.test(question) && !OPEN.test(question);

/** A reversed card means `wait`: its theme is present but blocked. */
const leaningOf = ({ id, reversed }: LaidCard): Leaning => {
  const slug = id.replace(/^tarot:/, '');
  if (reversed || WAITING.has(slug)) return 'wait';
  return STOPPING.has(slug) ? 'stop' : 'go';
};

const RANK: Readonly<Record<Leaning, number>> = { go: 0, wait: 1, stop: 2 };

/**
 * The card that answers the question most directly: the other person for a question about what someone feels, the
 * action for a "how" question, the outcome of the more favourable of two options, otherwise the outcome of the spread;
 * the last card when the spread has no such position.
 */
export function answeringCard(cards: readonly LaidCard[], question: string): LaidCard | undefined {
  const action = HOW.test(question) ? cards.find(({ position }) => ACTION.test(position)) : undefined;
  const ends = cards.filter(({ position }) => END_OF_A_WAY.test(position));
  const other = MIND.test(question) ? cards.find(({ position }) => OTHER.test(position)) : undefined;
  const [better] = ends.toSorted((one, other) => RANK[leaningOf(one)] - RANK[leaningOf(other)]);
  return other ?? action ?? better ?? cards.find(({ position }) => OUTCOME.test(position)) ?? cards.at(-1);
}

type Verdicts = Readonly<Record<Leaning, Readonly<Record<Locale, string>>>>;

const ADVICE: Verdicts = {
  go: { ko: '나아가도 좋다는 쪽', en: 'yes, go ahead' },
  wait: { ko: '아직 서두르지 말고 살펴보라는 쪽', en: 'not yet, look more closely first' },
  stop: { ko: '지금 모습 그대로는 멈추어 보라는 쪽', en: 'no, not in its present form' },
};

const OUTLOOK: Verdicts = {
  go: { ko: '잘 풀리는 쪽', en: 'it looks favourable' },
  wait: { ko: '아직 시간이 더 필요하다는 쪽', en: 'it is not yet clear and needs more time' },
  stop: { ko: '지금 모습 그대로는 어렵다는 쪽', en: 'it looks difficult in its present form' },
};

function verdictOn(card: LaidCard, question: string, locale: Locale): string {
  if (!asksYesOrNo(question)) return '';
  return (isAdvisable(question) ? ADVICE : OUTLOOK)[leaningOf(card)][locale];
}

/** Slots about the answering card; `verdict` and `way` are empty unless the question asks for them. */
export function answerSlots(
  cards: readonly LaidCard[],
  question: string,
  locale: Locale,
): Readonly<Record<string, string>> {
  const card = answeringCard(cards, question);
  if (!card) return {};
  const ends = cards.filter(({ position }) => END_OF_A_WAY.test(position));
  const isDecided = new Set(ends.map((end) => RANK[leaningOf(end)])).size > 1;
  const [, korean, english] = END_OF_A_WAY.exec(card.position) ?? [];
  return {
    answerCard: card.name,
    answerPosition: card.position,
    answerWay: locale === 'ko' ? (card.reversed ? '역방향' : '정방향') : card.reversed ? 'reversed' : 'upright',
    verdict: ends.length === 0 ? verdictOn(card, question, locale) : '',
    way: isDecided ? (korean ?? english?.toLowerCase() ?? '') : '',
    evenWays: ends.length > 1 && !isDecided ? 'yes' : '',
    answeredOtherwise: (ends.length > 1 && !isDecided) || OTHER.test(card.position) ? 'yes' : '',
    otherCard: OTHER.test(card.position) ? 'yes' : '',
    firstCard: cards.length > 1 && cards[0] !== card ? (cards[0]?.name ?? '') : '',
  };
}
