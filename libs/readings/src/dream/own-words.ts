import { type OwnWords, quotable } from '@app/composer';
import type { Locale } from '@app/text';
import { type Clause, isPresent, type Place, type Scene, type SceneEntity, type SceneSentence } from './scene/scene.js';
import { TURN_IDS } from './turns.js';

/** Maximum length of a quotation, in characters. */
const MAX_LENGTH = { ko: 64, en: 125 } as const;
/** Minimum length of a last sentence that is quoted alone, in words; twice as much for one that states a feeling. */
const MIN_WORDS = { ko: 3, en: 5 } as const;
/** Statements about the present life of the dreamer. */
const NOWADAYS =
  /요즘|요새|최근|올해|내일|이번 ?(?:주|달)|다음 ?(?:주|달)|\b(?:lately|recently|these days|currently|right now|(?:this|next) (?:week|month|year)|(?:i|we)['’]?(?:ve| have) been)\b|\b(?:am|is|are|have|has|starts?|comes?)\b[^.]{0,60}\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/iu;
/** Endings of what is said of such dreams: 누가 돌아가신다던데. */
const HEARSAY = /[다라]던데요?$/;
/** Words before the scene itself: conjunctions and "I dreamt that". */
const PREAMBLE =
  /^(?:(?:and|but|so|then|근데|그런데|그래서|그리고)\s+)+|^(?:last night,? )?i (?:dreamed|dreamt)(?: that)? |^(?:어제|어젯밤|오늘|간밤)?\s*꿈(?:에서?|속에서)\s+/iu;

/**
 * The dreamer's own words for a reading: by record id the clauses that mention each symbol or feeling, none twice, and
 * the clause that states a situation of `TURN_IDS`; by name `moment`, the end of the dream, and `nowadays`, what the text
 * says about the dreamer's present life.
 * @param spoken the symbols and feelings that the reading mentions, the main one first
 */
export function ownWords(scene: Scene, spoken: readonly SceneEntity[], locale: Locale): OwnWords {
  const quoted = new Set<Clause>();
  const words = spoken.flatMap(({ id, places: [place] }) => {
    const excerpt = place ? excerptAt(scene.sentences[place.sentence], place, quoted, locale) : '';
    return excerpt === '' ? [] : [[id, excerpt] as const];
  });
  return {
    ...Object.fromEntries(words),
    ...turnOf(scene),
    moment: momentOf(scene, spoken[0]?.places[0]?.sentence, quoted, locale),
    nowadays: nowadaysOf(scene, locale),
  };
}

/** Feelings with which nothing in a dream is a matter of course. */
const DISTRESS: ReadonlySet<string> = new Set(
  ['fear', 'shame', 'anger', 'sadness', 'anxiety', 'helplessness', 'guilt'].map((name) => `emotion:${name}`),
);

/** The clause that states the most significant situation of the dream, by the id of the situation. */
function turnOf({ emotions, situations, sentences }: Scene): OwnWords {
  const isDistressing = emotions.some(({ id, polarity }) => polarity === 'affirmed' && DISTRESS.has(id));
  const told = TURN_IDS.filter((id) => id !== 'state:matter-of-fact' || !isDistressing)
    .map((id) => situations.find((each) => each.id === id && isPresent(each)))
    .find(Boolean);
  const [place] = told?.places ?? [];
  if (!told || !place) return {};
  const clause = sentences[place.sentence]?.clauses.findLast(({ start }) => start <= place.start);
  return { [told.id]: clause?.text ?? '' };
}

/** The clause at a place with as many of its neighbours as fit, which are added to `quoted`; empty when quoted already. */
function excerptAt(
  sentence: SceneSentence | undefined,
  { start }: Pick<Place, 'start'>,
  quoted: Set<Clause>,
  locale: Locale,
): string {
  const clauses = sentence?.clauses ?? [];
  const at = clauses.findLastIndex((clause) => clause.start <= start);
  const fits = (from: number, to: number) => lengthOf(clauses.slice(from, to)) <= MAX_LENGTH[locale];
  const isFree = (index: number) => clauses[index] !== undefined && !quoted.has(clauses[index]);
  if (!isFree(at) || !fits(at, at + 1)) return '';
  let [from, to] = [at, at + 1];
  while (isFree(to) && fits(from, to + 1)) to++;
  while (isFree(from - 1) && fits(from - 1, to)) from--;
  const chosen = clauses.slice(from, to);
  for (const clause of chosen) quoted.add(clause);
  return asQuotation(chosen, to < clauses.length, locale);
}

function asQuotation(clauses: readonly Clause[], isCut: boolean, locale: Locale): string {
  const text = clauses
    .map((clause) => clause.text)
    .join('')
    .replace(PREAMBLE, '')
    .replace(/[\s,;:–-]+$/u, '');
  const quotation = quotable(text, locale);
  return quotation !== '' && isCut && locale === 'ko' ? `${quotation}…` : quotation;
}

/**
 * The end of the dream: its last sentence, or only the last clauses of a sentence that is quoted already. The sentence
 * before it if that would repeat the quotation about the main symbol.
 * @param main index of the sentence that mentions the main symbol
 */
function momentOf(scene: Scene, main: number | undefined, quoted: ReadonlySet<Clause>, locale: Locale): string {
  const told = scene.sentences.keys().filter((index) => isTold(scene, index, locale));
  const endings = [...told].slice(-2).map((index) => endingOf(scene.sentences[index], index === main, quoted, locale));
  return endings.findLast((ending) => ending !== '') ?? '';
}

/** Whether a sentence tells the dream and says more than a feeling. */
function isTold({ sentences, emotions }: Scene, index: number, locale: Locale): boolean {
  const sentence = sentences[index];
  if (sentence?.frame !== 'dreamt' || sentence.isQuestion || isOfNowadays(sentence)) return false;
  if (HEARSAY.test(sentence.words.at(-1) ?? '')) return false;
  const isFelt = emotions.some(({ places }) => places.some((place) => place.sentence === index));
  return sentence.words.length >= (isFelt ? 2 : 1) * MIN_WORDS[locale];
}

function endingOf(
  sentence: SceneSentence | undefined,
  isMain: boolean,
  quoted: ReadonlySet<Clause>,
  locale: Locale,
): string {
  const clauses = sentence?.clauses ?? [];
  const final = clauses.at(-1);
  if (!final) return '';
  if (!quoted.has(final)) return excerptAt(sentence, final, new Set(quoted), locale);
  const from = clauses.findLastIndex((_, index) => wordCount(clauses.slice(index)) >= MIN_WORDS[locale]);
  return from > 0 || !isMain ? asQuotation(clauses.slice(Math.max(0, from)), false, locale) : '';
}

const wordCount = (clauses: readonly Clause[]): number =>
  (textOf(clauses).match(/[\p{Script=Hangul}\p{Script=Latin}’']+/gu) ?? []).filter(
    (word) => !/^[ㄱ-ㅎㅏ-ㅣ]+$/u.test(word),
  ).length;

function nowadaysOf({ sentences }: Scene, locale: Locale): string {
  const said = sentences.findLast((sentence) => !sentence.isQuestion && isOfNowadays(sentence));
  return said ? asQuotation(said.clauses, false, locale) : '';
}

const isOfNowadays = ({ clauses }: SceneSentence): boolean => NOWADAYS.test(textOf(clauses));

const textOf = (clauses: readonly Clause[]): string => clauses.map(({ text }) => text).join('');
const lengthOf = (clauses: readonly Clause[]): number => textOf(clauses).trim().length;
