import { splitToFit } from './small-frames.js';

/**
 * Splits text into pieces that survive every parser of raw `data:` lines. Some parsers trim lines, and none can
 * distinguish a line break inside a piece from its end. Therefore no piece begins or ends with a space or a bar, line
 * breaks become spaces, and no piece equals a control word of the stream.
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

  /** Remaining pieces after the end of the text. */
  flush(): readonly string[] {
    const rest = this.#held.trimEnd();
    this.#held = '';
    return pieces(rest);
  }
}

/** Characters at which a piece must not begin or end. Bars may be the start of `||FOLLOWUP||`. */
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

/** Splits a control word in the model's text into two pieces, so that no parser ends the stream there. */
const withoutControlWord = (line: string): readonly string[] =>
  /^\[(?:DONE|ERROR)\]/.test(line) ? [line.slice(0, 1), line.slice(1)] : [line];
