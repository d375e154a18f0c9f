const LEADS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const VOWELS = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
/** In the order of the Unicode Hangul syllables, from the first final consonant on. */
const FINALS = 'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';

const COMPOUNDS: ReadonlyMap<string, string> = new Map([
  ...pairs('ㅗㅏㅘ ㅗㅐㅙ ㅗㅣㅚ ㅜㅓㅝ ㅜㅔㅞ ㅜㅣㅟ ㅡㅣㅢ'),
  ...pairs('ㄱㅅㄳ ㄴㅈㄵ ㄴㅎㄶ ㄹㄱㄺ ㄹㅁㄻ ㄹㅂㄼ ㄹㅅㄽ ㄹㅌㄾ ㄹㅍㄿ ㄹㅎㅀ ㅂㅅㅄ'),
]);

function pairs(list: string): readonly (readonly [string, string])[] {
  return list.split(' ').map((each) => [each.slice(0, 2), each.charAt(2)] as const);
}

/**
 * Composes single jamo into syllables: ㅈㅏㅅㅏㄹ → 자살. Jamo that belong to no syllable stay as they are. Linear, unlike
 * `assemble` of es-hangul, which also throws for some of them.
 */
export function joinJamo(jamo: string): string {
  let joined = '';
  for (let at = 0; at < jamo.length;) {
    const lead = LEADS.indexOf(jamo.charAt(at));
    const vowel = vowelAt(jamo, at + 1);
    if (lead < 0 || !vowel) {
      joined += jamo.charAt(at++);
      continue;
    }
    const final = finalAt(jamo, vowel.end);
    joined += String.fromCharCode(0xac00 + (lead * 21 + vowel.index) * 28 + final.index + 1);
    at = final.end;
  }
  return joined;
}

interface Part {
  readonly index: number;
  readonly end: number;
}

function vowelAt(jamo: string, at: number): Part | undefined {
  const compound = COMPOUNDS.get(jamo.slice(at, at + 2));
  if (compound && VOWELS.includes(compound)) return { index: VOWELS.indexOf(compound), end: at + 2 };
  const vowel = jamo.charAt(at);
  return vowel && VOWELS.includes(vowel) ? { index: VOWELS.indexOf(vowel), end: at + 1 } : undefined;
}

/** Index −1 when no final consonant follows. A consonant before a vowel begins the next syllable. */
function finalAt(jamo: string, at: number): Part {
  const beginsSyllable = (position: number) => vowelAt(jamo, position + 1) !== undefined;
  const final = FINALS.indexOf(jamo.charAt(at));
  if (at >= jamo.length || final < 0 || beginsSyllable(at)) return { index: -1, end: at };
  const compound = COMPOUNDS.get(jamo.slice(at, at + 2));
  if (!compound || beginsSyllable(at + 1)) return { index: final, end: at + 1 };
  return { index: FINALS.indexOf(compound), end: at + 2 };
}
