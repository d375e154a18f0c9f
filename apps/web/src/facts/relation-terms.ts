const TERMS: readonly (readonly [RegExp, string])[] = [
  [/combination/i, 'combination'],
  [/clash/i, 'clash'],
  [/punishment|break|harm/i, 'friction'],
  [/resentment/i, 'resentment'],
];

/** Ids of the terms that explain relations, given by their ids: `sixCombination`, `clash`. */
export const relationTerms = (relations: readonly string[]): readonly string[] =>
  TERMS.flatMap(([words, term]) => (relations.some((id) => words.test(id)) ? [term] : []));
