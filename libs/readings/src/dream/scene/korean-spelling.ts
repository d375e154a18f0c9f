import { lastSyllable, withLast } from '@app/text';

/** A syllable with the final consonant ㅅ before an ending that follows a past stem. */
const MISSPELT_PAST = /[가-힣](?=[어다는고지네더던음습기구])/g;
/** Vowels before the past marker: 갔, 었, 했, 켰, 왔, 웠, 됐, 있. */
const PAST_VOWELS = new Set(['ㅏ', 'ㅓ', 'ㅐ', 'ㅕ', 'ㅗㅏ', 'ㅜㅓ', 'ㅗㅐ', 'ㅔ']);
/** Stems that end in ㅅ. */
const STEMS = new Set('벗낫젓앗맛멋'.split(''));
const EXISTS = /잇(?=[는어다엇엌고지네더던음습으])/g;

/** Writes the past marker ㅆ where it is misspelt as ㅅ: 놓쳣는데, 햇어요, 잇는. The length does not change. */
export function correctPastMarkers(text: string): string {
  return text
    .replaceAll(MISSPELT_PAST, (syllable) => {
      const letters = lastSyllable(syllable);
      if (letters?.final !== 'ㅅ' || !PAST_VOWELS.has(letters.vowel) || STEMS.has(syllable)) return syllable;
      return withLast(syllable, { final: 'ㅆ' });
    })
    .replaceAll(EXISTS, '있');
}
