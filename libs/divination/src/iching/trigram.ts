/**
 * The eight trigrams by their lines from the bottom (`1` is yang), with the slug used in the built-in knowledge files
 * and the names.
 */
export const TRIGRAMS = {
  '111': { slug: 'heaven', ko: '하늘', en: 'heaven' },
  '110': { slug: 'lake', ko: '못', en: 'lake' },
  '101': { slug: 'fire', ko: '불', en: 'fire' },
  '100': { slug: 'thunder', ko: '우레', en: 'thunder' },
  '011': { slug: 'wind', ko: '바람', en: 'wind' },
  '010': { slug: 'water', ko: '물', en: 'water' },
  '001': { slug: 'mountain', ko: '산', en: 'mountain' },
  '000': { slug: 'earth', ko: '땅', en: 'earth' },
} as const;

export type Trigram = (typeof TRIGRAMS)[keyof typeof TRIGRAMS];
