export const ELEMENTS = ['wood', 'fire', 'earth', 'metal', 'water'] as const;
/**
 * The elements in generating order: each one generates the next (wood feeds fire, fire makes earth, … water feeds
 * wood).
 */
export type Element = (typeof ELEMENTS)[number];

export const ELEMENT_NAMES: Readonly<Record<Element, { readonly ko: string; readonly en: string }>> = {
  wood: { ko: '목(木)', en: 'Wood' },
  fire: { ko: '화(火)', en: 'Fire' },
  earth: { ko: '토(土)', en: 'Earth' },
  metal: { ko: '금(金)', en: 'Metal' },
  water: { ko: '수(水)', en: 'Water' },
};

/**
 * Steps along the generating cycle from one element to another: 0 the same element, 1 the element that it generates, 2
 * the element that it controls, 3 the element that controls it, 4 the element that generates it.
 */
export const stepsBetween = (from: Element, to: Element): number =>
  (ELEMENTS.indexOf(to) - ELEMENTS.indexOf(from) + ELEMENTS.length) % ELEMENTS.length;
