const OPENING_BRACE = 0x7b;
const OPENING_BRACKET = 0x5b;
const END_MARKER = Buffer.from('[DONE]');

export const isEndMarker = (bytes: Buffer, start: number, end: number): boolean =>
  end - start === END_MARKER.length && bytes.compare(END_MARKER, 0, END_MARKER.length, start, end) === 0;

export const looksLikeJson = (bytes: Buffer, at: number): boolean =>
  bytes[at] === OPENING_BRACE || bytes[at] === OPENING_BRACKET;

/** The byte range without leading and trailing white space. */
export function trimmed(bytes: Buffer, from: number, to: number): readonly [number, number] {
  let [start, end] = [from, to];
  while (start < end && (bytes[start] as number) <= 0x20) start++;
  while (end > start && (bytes[end - 1] as number) <= 0x20) end--;
  return [start, end];
}
