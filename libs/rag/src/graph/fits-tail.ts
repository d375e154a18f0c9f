import { type SyllableEnding, koreanBaseForms, syllableEnding } from '@app/text';
import type { PredicateTail } from './conjugate-korean.js';

/** `noun` accepts particles; `actionNoun` also accepts 하다, 되다, 당하다: 결혼했다, 배신당한. */
export type Tail = PredicateTail | 'noun' | 'actionNoun';

/**
 * Whether the rest of a Korean word may follow a node name: particles after nouns (`이`, `에게서`, `들이랑`), endings after
 * verbs (`는`, `려고`, `었지만`). For example, 비 is found in 비가 but not in 비행기, and 산 is not found in 산책.
 * @param name the matched name, of which only the last word is checked
 * @param rest the remaining part of the word; empty when the word ends with the name
 */
export function fitsTail(name: string, rest: string, tail: Tail): boolean {
  const word = name.slice(name.lastIndexOf(' ') + 1);
  switch (tail) {
    case 'noun':
      return fitsNoun(word, rest);
    case 'actionNoun':
      return fitsNoun(word, rest) || (word.length > 1 && LIGHT_VERB.test(rest));
    case 'nominal':
      return name.length > 1 && fitsNoun(word, rest);
    default:
      return fitsPredicate(name.length, rest, tail);
  }
}

const LIGHT_VERB =
  /^(하|했|해|한|할|함|합|되|됐|돼|된|될|됨|됩|당하|당했|당한|당해|당할|받|시키|시켜|시켰|스러|스럽|롭|로운|로워|적)/;

function fitsNoun(word: string, rest: string): boolean {
  if (rest === '') return true;
  const head = COMPOUND_HEADS.find((noun) => rest.startsWith(noun));
  if (head) return fitsNoun(head, rest.slice(head.length));
  const ending = syllableEnding(word) ?? 'vowel';
  if (word.length === 1) return SHORT_NOUN.any.test(rest) || SHORT_NOUN[ending].test(rest);
  return koreanBaseForms(word + rest).includes(word) || COPULA[ending].test(rest);
}

// Heads of compound nouns such as 뱀꿈, 달카드, 지천태괘: the node is the subject of the dream, card or hexagram.
const COMPOUND_HEADS = ['꿈', '카드', '괘'];

// Nouns of one syllable often occur inside other words, so only the most common particles are accepted after them.
const AFTER_CONSONANT =
  '은|이|을|과|이랑|이나|이라는|이라고|이었\\S*|이긴\\S*|이기는|이더라\\S*|이네\\S*|이에요|이다|이지만|이고|입니다|인데';
const SHORT_NOUN: Readonly<Record<SyllableEnding | 'any', RegExp>> = {
  any: /^(의|뿐\S*|에|에서(는|도|만|부터)?|에게(서|는|도)?|에(는|도|만|까지)|한테(서|는|도)?|도|만|까지|부터|처럼|같은|같이|보다|하고|마다|마저|조차|밖에|들(이|은|을|도|과|의|에게(서|는|도)?|한테(서|는|도)?|이랑|처럼|만|로|까지)?)$/,
  consonant: new RegExp(`^(${AFTER_CONSONANT}|으로(는|도|부터)?)$`),
  rieul: new RegExp(`^(${AFTER_CONSONANT}|로(는|도|부터)?)$`),
  vowel: /^(는|가|를|와|로(는|도|부터)?|랑|나|라는|라고|였\S*|더라\S*|네요?|예요|입니다|인데)$/,
};

const AFTER_IDA = '긴|기|었|에|지|고|며|라|든|나|니|네|자|거|던|더|다|야|죠|군|구';
const COPULA = {
  vowel: new RegExp(
    `^(였|예|여서|여도|라[서는고도며면던]|래|란|인|일까|임|입니|지만|던|다|니까|더라|네|이(${AFTER_IDA}))`,
  ),
  rieul: new RegExp(`^(인|일까|임|입니|이(${AFTER_IDA}))`),
  consonant: new RegExp(`^(인|일까|임|입니|이(${AFTER_IDA}))`),
} as const;

const BEFORE_CLAUSE =
  '|데|데도|지|지도|가|가요|다|다고|다는|다면|다며|채|채로|줄|듯|듯이|걸|것|거|만큼|대로|덕분에|뒤|후|들|들이|듯한';
const PREDICATE: Readonly<Record<Exclude<PredicateTail, 'nominal'>, RegExp>> = {
  stem: /^$|^[다고는은을지면며니나네거게기던도려러자느더든므음습세셔셨시신십아았어었여였으죠군구워웠운울움우렸리린릴프펐퍼픈플이인일치쳐쳤친칠]/,
  past: /^[다고는던을으음어지네나거기습더구군잖다든]/,
  infinitive: /^$|^[서도야요지졌진질버놓두주줄준줬보봤있왔갔가오나났난내냈하했한라대댔들]/,
  adnominal: new RegExp(`^(${BEFORE_CLAUSE})$`),
  prospective: new RegExp(`^(${BEFORE_CLAUSE}|까|까요|까봐|게|게요|래|래요|수록|때|수|만한|뻔|뻔했다|뻔한)$`),
  formal: /^니[다까]/,
  droppedL: /^[는니네세시신십셔셨]/,
};
// The forms 숨을, 죽을 and 울이 are as often nouns (breath, porridge, hedge) as verbs.
const SHORT_STEM = /^[다고는은던지면자네더거기게어었아았으습음]/;

function fitsPredicate(length: number, rest: string, tail: Exclude<PredicateTail, 'nominal'>): boolean {
  if (length > 1) return PREDICATE[tail].test(rest);
  return tail === 'stem' ? SHORT_STEM.test(rest) : tail === 'past' && PREDICATE.past.test(rest);
}
