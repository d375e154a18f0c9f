import { splitWords, type Word } from '@app/text';
import type { CueMatch, CueOf, Cue, Lexicon } from './lexicon.js';

/** Where a word belongs: in the dream or in waking life. */
export type WordFrame = 'dreamt' | 'waking';

/** A sentence of a folded text, with the phrases found in it. */
export interface Sentence {
  readonly index: number;
  readonly words: readonly Word[];
  /** Whether it ends with a question mark. */
  readonly isQuestion: boolean;
  /** Whether it only lists what else the previous sentence denies: 아무도 없었어요. 엄마도 아빠도. */
  readonly continuesDenial: boolean;
  readonly cues: readonly CueMatch[];
}

// A line break also ends a sentence: it is replaced by a full stop before the text is folded.
const END = /[.!?…。！？;]+|ㅋㅋ+|ㅎㅎ+|ㅠ+|ㅜ+/gu;

export function readSentences(text: string, lexicon: Lexicon): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const end of [...[...text.matchAll(END)].map(({ index, 0: mark }) => index + mark.length), text.length]) {
    const words = splitWords(text, start, end);
    start = end;
    if (words.length === 0) continue;
    const isQuestion = /[?？]/.test(text.slice(words.at(-1)?.end, end));
    const continuesDenial = words.every(({ text: word }) => /[가-힣]도$/.test(word)) && endsInDenial(sentences.at(-1));
    const cues = findCues(words, lexicon);
    sentences.push({ index: sentences.length, words, isQuestion, continuesDenial, cues });
  }
  return sentences;
}

const endsInDenial = (sentence: Sentence | undefined): boolean =>
  sentence !== undefined && cuesOfKind(sentence, 'denial').some(({ end }) => end === sentence.words.length);

function findCues(words: readonly Word[], lexicon: Lexicon): readonly CueMatch[] {
  const found = lexicon.matchers.flatMap((matcher) => matcher.match(words));
  const cues = found.filter((cue) => !crossesPause(cue, words) && !isDeniedDeath(cue, found));
  const literal = cues.filter(({ value }) => value.kind === 'literal');
  if (literal.length === 0) return cues;
  const isCancelled = ({ value, first, end }: CueMatch) =>
    ((value.kind === 'denial' || value.kind === 'comparison') &&
      literal.some((phrase) => phrase.first <= first && end <= phrase.end)) ||
    (value.kind === 'departed' && literal.some((phrase) => phrase.first < end && first < phrase.end));
  return cues.filter((cue) => !isCancelled(cue));
}

/** Whether a denial extends over a pause; such a match is discarded: "Or so I thought, it was a banana". */
const crossesPause = ({ value, first, end }: CueMatch, words: readonly Word[]): boolean =>
  value.kind === 'denial' && words.slice(first + 1, end).some(({ afterPause }) => afterPause);

/** Whether the statement of a death is denied: 할머니가 돌아가신 것도 아닌데, "my gran wasn't dead". */
const isDeniedDeath = ({ value, first, end }: CueMatch, cues: readonly CueMatch[]): boolean =>
  value.kind === 'departed' &&
  cues.some((cue) => cue.value.kind === 'denial' && cue.first > first && cue.first <= end && cue.end <= end + 1);

export function cuesOfKind<Kind extends Cue['kind']>(sentence: Sentence, kind: Kind): readonly CueOf<Kind>[] {
  return sentence.cues.filter((cue): cue is CueOf<Kind> => cue.value.kind === kind);
}
