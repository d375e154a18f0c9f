export type Script = 'latin' | 'hangul' | 'han' | 'kana' | 'cyrillic' | 'other';

const PATTERNS: ReadonlyArray<readonly [Script, RegExp]> = [
  ['hangul', /\p{Script=Hangul}/gu],
  ['latin', /\p{Script=Latin}/gu],
  ['han', /\p{Script=Han}/gu],
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['cyrillic', /\p{Script=Cyrillic}/gu],
];

/** Number of letters of each script in a text. Contains only scripts that occur, most frequent first. */
export function detectScripts(text: string): ReadonlyMap<Script, number> {
  const counts = PATTERNS.map(([script, pattern]) => [script, text.match(pattern)?.length ?? 0] as const);
  return new Map(counts.filter(([, letters]) => letters > 0).toSorted((a, b) => b[1] - a[1]));
}

/** The script with the most letters in the text; `other` when no known script occurs. */
export function dominantScript(text: string): Script {
  return detectScripts(text).keys().next().value ?? 'other';
}
