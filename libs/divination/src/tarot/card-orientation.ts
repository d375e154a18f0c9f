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

/** Words for the orientation within a name. Korean words also follow the name without a space. */
const REVERSED = 'reversed?|inverted|rev|rx|upside[ -]?down|역|逆|逆位|逆位置|리버스드?|뒤집힘';
const UPRIGHT = 'upright|정|正|正位|正位置|업라이트';
const BRACKETED = '(?<=[([] ?)(?:r|u)(?= ?[)\\]])';
const SIGNS = '[↓⬇🔄🔃]\\uFE0F?';
const NO_WORD = '[\\p{L}\\p{N}]';
const IN_NAME = new RegExp(
  `[\\s([_,:-]*(?:(?<!${NO_WORD})(${REVERSED}|${UPRIGHT}|${BRACKETED})(?!${NO_WORD})|([역정](?:방향|위치)|${SIGNS}))[\\s)\\]_,:.-]*`,
  'iu',
);

/** Separates the orientation from a name that contains one: `The Fool (reversed)`, `fool_rev`, `바보 역방향`, `바보(역)`. */
export function splitOrientation(text: string): { readonly name: string; readonly reversed?: boolean } {
  const [whole, word, sign = ''] = IN_NAME.exec(text) ?? [];
  if (whole === undefined) return { name: text };
  return { name: text.replace(whole, ' ').trim(), reversed: !/^(?:u(?!pside)|정|正|업)/iu.test(word ?? sign) };
}
