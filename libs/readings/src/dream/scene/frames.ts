import type { CueOf, Lexicon } from './lexicon.js';
import { findRemarks } from './remarks.js';
import { cuesOfKind, type Sentence, type WordFrame } from './sentence.js';

type FrameCue = CueOf<'frame'>;

/**
 * The frame of every word, by sentence. A text begins in the dream, unless it mentions waking life before it first
 * mentions a dream. After waking up, the frame is waking life until the dream is mentioned again.
 */
export function readFrames(
  sentences: readonly Sentence[],
  lexicon: Lexicon,
): ReadonlyMap<Sentence, readonly WordFrame[]> {
  const opening = findOpening(sentences, lexicon);
  const frames = new Map<Sentence, readonly WordFrame[]>();
  const telling: Telling = { frame: opening && opening.index > 0 ? 'waking' : 'dreamt', past: 0, present: 0 };
  for (const sentence of sentences) {
    const isPreface = opening !== undefined && sentence.index < opening.index;
    frames.set(sentence, frameOf(sentence, telling, isPreface, lexicon));
    if (sentence === opening) markPreface(sentence, frames.get(sentence) ?? [], lexicon);
    if (telling.frame === 'dreamt') telling[hasPast(sentence, lexicon) ? 'past' : 'present']++;
  }
  markPrefaces(sentences, frames);
  for (const remark of findRemarks(sentences, frames, lexicon))
    frames.set(
      remark,
      remark.words.map(() => 'waking'),
    );
  return frames;
}

interface Telling {
  /** The frame in which the next sentence begins. */
  frame: WordFrame;
  /** Number of sentences of the dream so far in the past tense and in the present tense. */
  past: number;
  present: number;
}

const startsDream = ({ value }: FrameCue): boolean => value.frame === 'dreamt';

/**
 * The first sentence that mentions a dream, if the text before it is waking life: the sentence either states that a
 * dream begins ("I dreamt"), or comes early in the text ("꿈에 …").
 */
function findOpening(sentences: readonly Sentence[], lexicon: Lexicon): Sentence | undefined {
  const first = sentences.find((sentence) => cuesOfKind(sentence, 'frame').some(startsDream));
  // "Why do I keep having this dream?" refers to the dream described before.
  if (!first || (first.isQuestion && first.index > 0)) return undefined;
  const isEarly = first.index * 2 < sentences.length;
  const isPrefaced = sentences
    .slice(0, first.index)
    .some(
      (sentence) =>
        cuesOfKind(sentence, 'frame').length > 0 || sentence.words.some(({ text }) => lexicon.isA('present', text)),
    );
  const begins = cuesOfKind(first, 'frame').some(({ value }) => value.begins);
  return begins || (isEarly && (isPrefaced || first.index === 0)) ? first : undefined;
}

function frameOf(sentence: Sentence, telling: Telling, isPreface: boolean, lexicon: Lexicon): WordFrame[] {
  const isTold = telling.frame === 'dreamt' && !isPreface;
  const isAside = telling.past > telling.present && !hasPast(sentence, lexicon);
  const cues = cuesOfKind(sentence, 'frame')
    .filter(({ value }) => value.extent !== 'preface' && (value.extent !== 'aside' || !isTold || isAside))
    .toSorted((a, b) => a.first - b.first);
  const frames = sentence.words.map(() => telling.frame);
  for (const [index, { value, first, end }] of cues.entries()) {
    const isOnward = value.extent === 'onward' && !isTrailing(sentence, value, end);
    const changed = isOnward ? first : clauseStart(sentence, cues.slice(0, index), value.frame);
    frames.fill(value.frame, changed);
    if (value.extent === 'onward' || value.frame === 'dreamt') telling.frame = value.frame;
  }
  return frames;
}

/** Whether the mention of a dream ends a clause that belongs to it: "She sent me a box in the dream, …". */
const isTrailing = ({ words }: Sentence, { frame }: FrameCue['value'], end: number): boolean =>
  frame === 'dreamt' && (end === words.length || words[end]?.afterPause === true);

/** Marks what precedes the dream: 엄마한테 혼나고 잤더니 꿈에 …, "I watched a film before bed and dreamt …". */
function markPrefaces(sentences: readonly Sentence[], frames: Map<Sentence, readonly WordFrame[]>): void {
  const dreamt = sentences.flatMap((sentence) =>
    cuesOfKind(sentence, 'frame')
      .filter(startsDream)
      .map(({ first, end }) => ({ index: sentence.index, first, end })),
  );
  const [first] = dreamt;
  const last = sentences.findLast((sentence) =>
    cuesOfKind(sentence, 'frame').some(
      (cue) => cue.value.extent === 'preface' && first && precedes(sentence, cue, first),
    ),
  );
  if (!last) return;
  for (const sentence of sentences.slice(0, last.index))
    frames.set(
      sentence,
      sentence.words.map(() => 'waking'),
    );
  const cue = cuesOfKind(last, 'frame').findLast(
    (each) => each.value.extent === 'preface' && first && precedes(last, each, first),
  );
  (frames.get(last) as WordFrame[]).fill('waking', 0, cue?.end);
}

const precedes = (
  { index }: Sentence,
  { first, end }: FrameCue,
  dream: { readonly index: number; readonly first: number },
): boolean => index < dream.index || (index === dream.index && Math.min(first, end) < dream.first);

/**
 * Marks the clauses before the start of the dream as waking life: "My daughter had nits, so of course I dreamed …",
 * 소주 먹고 뻗었는데 꿈에서 ….
 */
function markPreface(sentence: Sentence, frames: readonly WordFrame[], lexicon: Lexicon): void {
  const cue = cuesOfKind(sentence, 'frame').find(startsDream);
  const { words } = sentence;
  // In 팀장님이 …인데 꿈에 나와서, the preceding clause describes the person who appears.
  if (!cue || cue.value.extent !== 'onward' || APPEARS.test(words[cue.end]?.text ?? '')) return;
  // "After the funeral last week I dreamt …"
  if (lexicon.isA('subordinate', words[0]?.text)) return void (frames as WordFrame[]).fill('waking', 0, cue.first);
  const boundary = words.findLastIndex(
    ({ text, afterPause }, at) =>
      at > 0 &&
      at <= cue.first &&
      (afterPause || lexicon.isA('clause-start', text) || CLAUSE_END.test(words[at - 1]?.text ?? '')),
  );
  if (boundary > 0) (frames as WordFrame[]).fill('waking', 0, boundary);
}

/** Korean verbs for the appearance of a person in a dream: 꿈에 나와서. */
export const APPEARS = /^(나오|나와|나왔|나타|찾아|오셔|오셨)/;
/** Endings of Korean clauses that may belong to another frame than the next clause. */
const CLAUSE_END = /(는데|은데|인데|했더니|더니|아서|어서|해서|라서|지만|거든요|니까|는지|건지|후에|뒤로|나)$/;

const hasPast = ({ words }: Sentence, lexicon: Lexicon): boolean =>
  words.some(({ text }) => lexicon.isA('past', text) || /[a-z]{2}ed$/.test(text));

/**
 * The word at which the scope of a phrase about its whole sentence begins: after the last phrase of the other frame.
 */
function clauseStart(sentence: Sentence, earlier: readonly FrameCue[], frame: WordFrame): number {
  const other = earlier.findLast(({ value }) => value.frame !== frame);
  if (!other) return 0;
  const pause = sentence.words.findIndex(({ afterPause }, at) => afterPause && at >= other.end);
  return pause === -1 ? other.end : pause;
}
