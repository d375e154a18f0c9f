/** Values that clients send for the orientation of a card. */
export const ORIENTATIONS = [
  'upright',
  'reversed',
  'reverse',
  'inverted',
  '정방향',
  '정위치',
  '역방향',
  '역위치',
] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

export const isReversed = (orientation: Orientation): boolean => !/^(?:upright|정)/u.test(orientation);

const IN_NAME =
  /\s*[([,-]?\s*\b(upright|reversed|inverted|rx)\b\s*[)\]]?\s*|\s*[([,-]?\s*(정방향|정위치|역방향|역위치)\s*[)\]]?\s*/iu;

/** Separates the orientation from a name that contains one: `The Fool (reversed)`, `바보 역방향`. */
export function splitOrientation(text: string): { readonly name: string; readonly reversed?: boolean } {
  const [whole, latin = '', korean = ''] = IN_NAME.exec(text) ?? [];
  if (whole === undefined) return { name: text };
  const word = (latin || korean).toLowerCase();
  return { name: text.replace(whole, ' ').trim(), reversed: !/^(?:upright|정)/u.test(word) };
}
