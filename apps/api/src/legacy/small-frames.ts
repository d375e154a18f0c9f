/**
 * Joins the frames of one event. The last frame carries the id, so a client that received the id has the whole event.
 */
export function framesOfEvent(readingId: string, seq: number, frames: readonly string[]): string {
  const last = frames.at(-1);
  return last === undefined ? '' : `${frames.slice(0, -1).join('')}id: ${readingId}.${seq}\n${last}`;
}

/** Frames must fit into one TCP segment: older clients parse each socket read on its own. */
const MAX_FRAME_BYTES = 1_400;
/** Bytes of `id: <reading>.<seq>`, `event: delta`, `data: ` and the line ends. */
const ENVELOPE_BYTES = 80;

export const fitsOneFrame = (data: string): boolean => Buffer.byteLength(data) <= MAX_FRAME_BYTES - ENVELOPE_BYTES;

/** Splits a text until the output of `toData` for each part fits into one frame. Never splits a surrogate pair. */
export function splitToFit(
  text: string,
  toData: (part: string) => string,
  cutIn: (text: string) => number = middleOf,
): readonly string[] {
  if (text.length < 2 || fitsOneFrame(toData(text))) return [text];
  const cut = cutIn(text) || middleOf(text);
  return [text.slice(0, cut), text.slice(cut)].flatMap((part) => splitToFit(part, toData, cutIn));
}

function middleOf(text: string): number {
  const middle = text.length >> 1;
  const isPair = (text.codePointAt(middle - 1) ?? 0) > 0xffff;
  return isPair ? middle + 1 : middle;
}
