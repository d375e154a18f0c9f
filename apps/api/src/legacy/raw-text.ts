import { splitToFit } from './small-frames.js';

/**
 * Splits text into pieces that survive every parser of raw `data:` lines: some trim a line, and none can tell a line break
 * inside a piece from the end of one. So no piece begins or ends with a space or a bar, a line break becomes a space, and a
 * piece never equals one of the stream's control words.
 */
export class RawText {
  #held = '';

  /** Pieces that can be sent now. */
  push(text: string): readonly string[] {
    const all = this.#held + text;
    const cut = lastCut(all);
    this.#held = all.slice(cut);
    return pieces(all.slice(0, cut));
  }

  /** The rest, once the text has ended. */
  flush(): readonly string[] {
    const rest = this.#held.trimEnd();
    this.#held = '';
    return pieces(rest);
  }
}

/** Bars may be the beginning of `||FOLLOWUP||`. */
const EDGE = /[\s|\uFEFF]/;
const SURROGATE = /[\uD800-\uDFFF]/;

/** The last index between two characters that are neither edges nor surrogates; 0 when there is none. */
function lastCut(text: string): number {
  for (let at = text.length - 1; at > 0; at--) {
    if (isInner(text[at - 1]) && isInner(text[at])) return at;
  }
  return 0;
}

const isInner = (character = ' '): boolean => !EDGE.test(character) && !SURROGATE.test(character);

function pieces(text: string): readonly string[] {
  const line = text
    .replaceAll(/\s*[\n\r\v\f\u0085\u2028\u2029]\s*/g, ' ')
    .replaceAll(/\|{2,}/g, '|')
    .trimStart();
  if (line === '') return [];
  const cutBefore = (text: string) => lastCut(text.slice(0, (text.length >> 1) + 1));
  return splitToFit(line, (part) => part, cutBefore).flatMap(withoutControlWord);
}

/** A control word in the model's text must not end the stream: in two pieces no parser recognises it. */
const withoutControlWord = (line: string): readonly string[] =>
  /^\[(?:DONE|ERROR)\]/.test(line) ? [line.slice(0, 1), line.slice(1)] : [line];
