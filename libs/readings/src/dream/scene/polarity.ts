import { ArgumentFinder } from './argument-finder.js';
import type { CueOf, Lexicon } from './lexicon.js';
import type { Mention } from './mentions.js';
import { cuesOfKind, type Sentence } from './sentence.js';

/**
 * Sets the polarity of mentions that the sentence denies, and the frame of those that it only compares with. Linear:
 * every phrase examines a bounded number of words.
 * @param earlier mentions of the previous sentence, for "there wasn't one"
 */
export function markPolarity(
  sentence: Sentence,
  mentions: readonly Mention[],
  lexicon: Lexicon,
  earlier: readonly Mention[],
): void {
  if (mentions.length + earlier.length === 0) return;
  const find = new ArgumentFinder(sentence.words, mentions, lexicon, earlier);
  for (const { value, first, end } of cuesOfKind(sentence, 'comparison')) {
    const compared = comparedBy(find, value.side, first, end);
    for (const mention of compared) mention.frame = 'figurative';
  }
  if (answersNo(sentence))
    for (const asked of earlier) if (isAskedIn(sentence.index - 1, asked)) asked.polarity = 'denied';
  if (sentence.continuesDenial) for (const mention of mentions) mention.polarity = 'denied';
  for (const cue of cuesOfKind(sentence, 'denial')) for (const mention of denied(find, cue)) deny(mention, cue);
}

function comparedBy(find: ArgumentFinder, side: string, first: number, end: number): readonly Mention[] {
  if (side === 'clause') return find.restOfClause(end);
  return side === 'after' ? find.thingAfter(end) : find.comparedBefore(first);
}

/** Whether a sentence begins with a plain "no": "Was there a wolf? No." */
const answersNo = ({ words: [first, second] }: Sentence): boolean =>
  /^(no|nope|nah|아니요|아뇨)$/.test(first?.text ?? '') && (!second || second.afterPause);

const isAskedIn = (index: number, { sentence, entity }: Mention): boolean =>
  sentence.index === index && sentence.isQuestion && entity.category !== 'place';

function deny(mention: Mention, { value, first, end }: CueOf<'denial'>): void {
  // In 길을 못 찾다 and 문이 안 열리다, the negation is part of the entity's name.
  const isPartOfName =
    mention.last - mention.first > 1 && first >= mention.first && end <= mention.last && !isEnding(mention, first);
  if (mention.polarity === 'denied' || isPartOfName) return;
  mention.polarity = value.polarity;
  if (value.polarity === 'denied' && value.denies !== 'action')
    mention.retracts = value.denies === 'identity' ? 'all' : 'same-name';
}

/** Whether the denial is only the ending of the last word: 화를 내시기는커녕, 화가 났다기보다. */
const isEnding = ({ sentence: { words }, last }: Mention, first: number): boolean =>
  first === last - 1 && /(커녕|기보다는?|기보단)$/.test(words[first]?.text ?? '');

function denied(find: ArgumentFinder, { value: { side, denies }, first, end }: CueOf<'denial'>): readonly Mention[] {
  if (side === 'antecedent') return denies === 'action' ? find.lastAct(first) : find.antecedent(first);
  if (side === 'next') return find.startingAt(end);
  if (side === 'inside') return find.thingsBetween(first, end);
  if (side === 'after') return denies === 'action' ? find.actionAfter(first, end) : find.thingAfter(end);
  switch (denies) {
    case 'action':
      return find.actionBefore(first);
    case 'clause':
      return find.clauseBefore(first);
    case 'place':
      return find.placeBefore(first);
    default:
      return find.thingBefore(first);
  }
}
