export const ELEMENTS = ['wood', 'fire', 'earth', 'metal', 'water'] as const;
/** In the order in which each begets the next: wood feeds fire, fire makes earth, … water feeds wood. */
export type Element = (typeof ELEMENTS)[number];

export const ELEMENT_NAMES: Readonly<Record<Element, { readonly ko: string; readonly en: string }>> = {
  wood: { ko: '목(木)', en: 'Wood' },
  fire: { ko: '화(火)', en: 'Fire' },
  earth: { ko: '토(土)', en: 'Earth' },
  metal: { ko: '금(金)', en: 'Metal' },
  water: { ko: '수(水)', en: 'Water' },
};

/** Steps along the begetting cycle from one element to another: 0 the same, 1 its child, 2 what it controls, 3 what controls it, 4 its parent. */
export const stepsBetween = (from: Element, to: Element): number =>
  (ELEMENTS.indexOf(to) - ELEMENTS.indexOf(from) + ELEMENTS.length) % ELEMENTS.length;
