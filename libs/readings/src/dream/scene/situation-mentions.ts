import type { Lexicon } from './lexicon.js';
import { type Mention, mention } from './mentions.js';
import { markPolarity } from './polarity.js';
import { cuesOfKind, type Sentence, type WordFrame } from './sentence.js';

/**
 * Mentions of situations, separate from things and feelings, so that a denial applies to the thing after the verb: "no
 * running wolf".
 */
export function situationMentions(
  sentence: Sentence,
  frames: readonly WordFrame[],
  lexicon: Lexicon,
): readonly Mention[] {
  const found = cuesOfKind(sentence, 'situation').map(({ value: { id }, first, end }) => {
    const [start, stop] = [sentence.words[first]?.start ?? 0, sentence.words[end - 1]?.end ?? 0];
    const situation = mention({ id, titles: { ko: '', en: '' } }, { start, end: stop }, sentence);
    if (frames[first] === 'waking') situation.frame = 'waking';
    return situation;
  });
  markPolarity(
    sentence,
    found.filter((each) => !isNegative(each, sentence)),
    lexicon,
    [],
  );
  for (const each of found) if (isInPhrase(each, sentence)) each.polarity = 'denied';
  return found;
}

/** Whether a situation is the end of a phrase that denies it, but not its subject: the spider "never came down". */
const isInPhrase = ({ first, last }: Mention, sentence: Sentence): boolean =>
  cuesOfKind(sentence, 'literal').some((phrase) => phrase.first < first && last <= phrase.end);

/** Whether the situation itself contains the denial: 열리지 않는 문, "could not speak". */
const isNegative = ({ first, last }: Mention, sentence: Sentence): boolean =>
  cuesOfKind(sentence, 'denial').some(
    // 도망가려는데 only intends the action.
    (cue) => cue.value.polarity === 'denied' && first <= cue.first && cue.end <= last,
  );
