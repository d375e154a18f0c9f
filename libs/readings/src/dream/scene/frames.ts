import type { CueOf } from './lexicon.js';
import { cuesOfKind, type Sentence } from './sentence.js';

export type WordFrame = 'dreamt' | 'waking';

/**
 * The frame of every word, by sentence. A text begins in the dream unless it begins by speaking of waking life before it first
 * speaks of a dream; after waking up it is waking life until the dream is spoken of again.
 */
export function readFrames(sentences: readonly Sentence[]): ReadonlyMap<Sentence, readonly WordFrame[]> {
  const opening = sentences.findIndex((sentence) => cuesOfKind(sentence, 'frame').some(startsDream));
  const frames = new Map<Sentence, readonly WordFrame[]>();
  let state: WordFrame = 'dreamt';
  for (const sentence of sentences) {
    const isIntroduction = sentence.index < opening;
    const read = frameOf(sentence, state, isIntroduction);
    frames.set(sentence, read.frames);
    state = read.state;
  }
  return frames;
}

const startsDream = ({ value }: CueOf<'frame'>): boolean => value.frame === 'dreamt';

interface Read {
  readonly frames: readonly WordFrame[];
  /** The frame that the next sentence begins with. */
  readonly state: WordFrame;
}

function frameOf(sentence: Sentence, before: WordFrame, isIntroduction: boolean): Read {
  const cues = cuesOfKind(sentence, 'frame').toSorted((a, b) => a.first - b.first);
  let state = before;
  const frames = sentence.words.map(() => before);
  for (const [index, { value, first }] of cues.entries()) {
    const changed = value.extent === 'sentence' ? clauseStart(sentence, cues.slice(0, index), value.frame) : first;
    frames.fill(value.frame, changed);
    if (value.extent === 'onward' || value.frame === 'dreamt' || isIntroduction) state = value.frame;
  }
  return { frames, state };
}

/** A phrase about its whole sentence reaches back to the last phrase of the other frame. */
function clauseStart(sentence: Sentence, earlier: readonly CueOf<'frame'>[], frame: WordFrame): number {
  const other = earlier.findLast(({ value }) => value.frame !== frame);
  if (!other) return 0;
  const pause = sentence.words.findIndex(({ afterPause }, at) => afterPause && at >= other.end);
  return pause === -1 ? other.end : pause;
}
