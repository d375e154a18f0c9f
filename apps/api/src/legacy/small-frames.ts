/** The frames of one event; the last one carries the id, so a client that has it has the whole event. */
export function framesOfEvent(readingId: string, seq: number, frames: readonly string[]): string {
  const last = frames.at(-1);
  return last === undefined ? '' : `${frames.slice(0, -1).join('')}id: ${readingId}.${seq}\n${last}`;
}

/** Frames stay below one TCP segment: older clients parse each read of the socket for itself. */
const MAX_FRAME_BYTES = 1_400;
/** `id: <reading>.<seq>`, `event: delta`, `data: ` and the line ends. */
const ENVELOPE_BYTES = 80;

export const fitsOneFrame = (data: string): boolean => Buffer.byteLength(data) <= MAX_FRAME_BYTES - ENVELOPE_BYTES;

/** Splits a text until each part, written by `toData`, fits into one frame. Never cuts a surrogate pair. */
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
