import type { EntityLinker } from '@app/rag';
import { mention, type Mention } from './mentions.js';
import { APPEARS } from './frames.js';
import { cuesOfKind, type Sentence } from './sentence.js';

const DEAD_PERSON = 'dream:dead-person';

/**
 * Moves persons and pets that the text introduces in waking life to the dream: "Pepper’s my cat", "my gran died three
 * weeks ago and last night she …". Returns a mention of `dream:dead-person` for each dead relative, in addition to the
 * relative.
 * @param begin index of the first word that belongs to the dream by an earlier phrase such as "I dreamt"; a death told
 * from there on is dreamt, unless the rest of the sentence says when it happened
 */
export function introducePersons(
  sentence: Sentence,
  mentions: readonly Mention[],
  linker: EntityLinker,
  begin: number,
): readonly Mention[] {
  const within = ({ first, end }: { readonly first: number; readonly end: number }) =>
    mentions.filter((found) => isPerson(found) && found.first >= first && found.first < end);
  for (const cue of cuesOfKind(sentence, 'reported').filter((each) => tellsDream(sentence, each)))
    for (const teller of within(cue)) if (teller.polarity === 'affirmed') teller.isTeller = true;
  for (const cue of cuesOfKind(sentence, 'introduction')) for (const found of within(cue)) found.frame = 'dreamt';
  const dead = linker.named(DEAD_PERSON);
  const cues = cuesOfKind(sentence, 'departed');
  const isDated = cues.length > 0 && hasDate(sentence, 0);
  // The date of the dream is not that of a death in it: "Last week I dreamed my mother died".
  const isDreamDated = isDated && hasDate(sentence, begin);
  const hasTime = ({ first }: { readonly first: number }) => (first < begin ? isDated : isDreamDated);
  const told = cues.filter(
    // 엄마가 돌아가시는 꿈 is about a dreamt death.
    (cue) =>
      !sentence.words[cue.end]?.text.startsWith('꿈') && (cue.first < begin || !isEvent(sentence, cue) || hasTime(cue)),
  );
  // What else the clause tells of the death belongs to waking life, too.
  const event = cues.find((cue) => isEvent(sentence, cue) && hasTime(cue));
  if (event) {
    const end = Math.min(begin, clauseEnd(sentence, event.end));
    for (const found of mentions) if (found.first < end) found.frame = 'waking';
  }
  return told.flatMap((cue) => {
    const departed = within(cue).filter(({ polarity }) => polarity === 'affirmed');
    for (const relative of departed) Object.assign(relative, { frame: 'dreamt', isTeller: false });
    const relatives = departed.filter(({ entity }) => entity.category === 'character');
    return dead ? relatives.map((relative) => mention(dead, relative, sentence)) : [];
  });
}

/**
 * Whether the person of a phrase dreamt the dream. Speech alone may belong to the dream ("my wife told me she was …"),
 * and in 할머니가 꿈에 나와서 the person appears in it.
 */
function tellsDream({ words }: Sentence, { first, end }: { readonly first: number; readonly end: number }): boolean {
  return words.slice(first, end).some(({ text }) => DREAM.test(text)) && !APPEARS.test(words[end]?.text ?? '');
}

/** Whether a phrase tells a death as something that happens: "my dad died", but not "my late dad". */
const isEvent = (sentence: Sentence, { first, end }: { readonly first: number; readonly end: number }): boolean =>
  sentence.words
    .slice(first, end)
    .some(({ text }) => /^(died|drowned|killed|passed|lost|돌아가(?!신$)|죽었|갔|가셨|떠났|잃었|보냈)/.test(text));

/** Index of the word at which the clause after a phrase ends. */
function clauseEnd({ words }: Sentence, from: number): number {
  const end = words.findIndex(
    ({ text, afterPause }, at) =>
      at >= from &&
      (afterPause ||
        /^(and|but|so|then)$/.test(text) ||
        /(는데|은데|고|지만|어서|아서)$/.test(words[at - 1]?.text ?? '')),
  );
  return end === -1 ? words.length : end;
}

/** Whether a sentence says, from a word on, when something happened. */
function hasDate({ words }: Sentence, from: number): boolean {
  const rest = words.slice(from).map(({ text }) => text);
  return WHEN.test(rest.join(' ').replace(DREAMT_WHEN, '$1'));
}

const WHEN =
  /\b(?:ago|last (?:year|month|week|spring|summer|autumn|winter|fall)|(?:years?|months?|weeks?|days?) (?:since|now)|(?<!ever )since (?!then|that|the dream|i woke)\w+|in (?:january|february|march|april|may|june|july|august|september|october|november|december|20\d\d)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|작년|재작년|지난 ?(?:해|달|주|봄|여름|가을|겨울|설|추석|[0-9]+월|[월화수목금토일]요일)|올해|년 ?전|달 ?전|주 ?전|일 ?전|[년달일주] ?(?:됐|되었|째|만에)|지 [가-힣0-9]+ ?(?:년|달|개월|주|일)/u;

/** The date of the dream itself: "I had a dream last week that my dad died". */
const DREAMT_WHEN =
  /((?:dream|dreamt|dreamed|nightmare) )(?:last \w+|on \w+day|in \w+|(?:a few|a couple of|\w+) (?:days?|weeks?|months?|years?) ago)(?= (?:that|where|about|my|our|and)\b)/g;

const DREAM = /dream|nightmare|꿈|꿨|꾸|꾼/;

const isPerson = ({ entity: { category } }: Mention): boolean => category === 'character' || category === 'animal';
