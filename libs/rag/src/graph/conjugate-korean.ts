import { type Syllable, lastSyllable, withLast } from '@app/text';

/** Kind of ending that may follow a surface form in its word; see `fits-tail.ts`. */
export type PredicateTail =
  | 'stem'
  | 'past'
  | 'infinitive'
  | 'adnominal'
  | 'prospective'
  | 'formal'
  | 'nominal'
  | 'droppedL';

export interface SurfaceForm {
  readonly text: string;
  readonly tail: PredicateTail;
}

/**
 * Returns the surface forms of a Korean verb or adjective stem before its endings: `쫓기` gives `쫓기, 쫓겨, 쫓겼, 쫓긴, 쫓길 …`.
 * Where the spelling does not distinguish regular from irregular stems (입다, 무섭다), both forms are returned; the wrong
 * one is not a Korean word. A past form (`무서웠`) is returned unchanged.
 */
export function conjugateKorean(stem: string): readonly SurfaceForm[] {
  const last = lastSyllable(stem);
  if (!last) return [{ text: stem, tail: 'stem' }];
  if (last.final === 'ㅆ') return [{ text: stem, tail: 'past' }];
  const forms = [{ text: stem, tail: 'stem' } as const, ...irregularForms(stem, last)];
  return last.final === '' ? [...forms, ...fusedForms(stem), ...infinitiveForms(stem, last)] : forms;
}

/** Forms with ㄴ, ㄹ, ㅁ or ㅂ as the final consonant of an open last syllable: 쫓긴, 쫓길, 쫓김, 쫓깁니다. */
const fusedForms = (stem: string): readonly SurfaceForm[] => [
  { text: withLast(stem, { final: 'ㄴ' }), tail: 'adnominal' },
  { text: withLast(stem, { final: 'ㄹ' }), tail: 'prospective' },
  { text: withLast(stem, { final: 'ㅁ' }), tail: 'nominal' },
  { text: withLast(stem, { final: 'ㅂ' }), tail: 'formal' },
];

function infinitiveForms(stem: string, last: Syllable): readonly SurfaceForm[] {
  return infinitives(stem, last).flatMap((infinitive): readonly SurfaceForm[] => [
    { text: infinitive, tail: 'infinitive' },
    { text: withLast(infinitive, { final: 'ㅆ' }), tail: 'past' },
  ]);
}

const CONTRACTED = new Map([
  ['ㅏ', 'ㅏ'],
  ['ㅓ', 'ㅓ'],
  ['ㅐ', 'ㅐ'],
  ['ㅔ', 'ㅔ'],
  ['ㅕ', 'ㅕ'],
  ['ㅗ', 'ㅗㅏ'],
  ['ㅜ', 'ㅜㅓ'],
  ['ㅣ', 'ㅕ'],
  ['ㅗㅣ', 'ㅗㅐ'],
]);

function infinitives(stem: string, last: Syllable): readonly string[] {
  if (stem.endsWith('하')) return [withLast(stem, { vowel: 'ㅐ' })];
  if (last.vowel === 'ㅡ') return withoutEu(stem, last);
  const vowel = CONTRACTED.get(last.vowel);
  return vowel === undefined ? [] : [withLast(stem, { vowel })];
}

/** Infinitives of stems that end in ㅡ: 기쁘 + 어 is 기뻐, 아프 + 아 is 아파; 오르 + 아 is 올라, but 치르 + 어 is 치러. */
function withoutEu(stem: string, last: Syllable): readonly string[] {
  const before = stem.slice(0, -1);
  const previous = lastSyllable(before);
  const vowel = previous?.vowel === 'ㅏ' || previous?.vowel === 'ㅗ' ? 'ㅏ' : 'ㅓ';
  const regular = withLast(stem, { vowel });
  if (last.initial !== 'ㄹ' || previous?.final !== '') return [regular];
  return [regular, withLast(before, { final: 'ㄹ' }) + withLast('르', { vowel })];
}

function irregularForms(stem: string, { final }: Syllable): readonly SurfaceForm[] {
  const open = withLast(stem, { final: '' });
  switch (final) {
    case 'ㅂ':
      return [
        { text: `${open}우`, tail: 'stem' },
        { text: `${open}워`, tail: 'infinitive' },
        { text: `${open}웠`, tail: 'past' },
        { text: `${open}운`, tail: 'adnominal' },
        { text: `${open}울`, tail: 'prospective' },
        { text: `${open}움`, tail: 'nominal' },
      ];
    case 'ㄷ':
      return [{ text: withLast(stem, { final: 'ㄹ' }), tail: 'stem' }];
    case 'ㄹ':
      return [{ text: open, tail: 'droppedL' }, ...fusedForms(open)];
    case 'ㅅ':
      return [
        { text: `${open}어`, tail: 'infinitive' },
        { text: `${open}었`, tail: 'past' },
        { text: `${open}은`, tail: 'adnominal' },
        { text: `${open}을`, tail: 'prospective' },
      ];
    default:
      return [];
  }
}
