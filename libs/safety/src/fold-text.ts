const LOOKALIKES: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's' };

/** NFKC (single jamo join into syllables), lower case, digits inside Latin words read as the letters they stand for. */
export function foldText(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase();
  // The look-behind is dear; most texts have no such digit.
  return /[a-z][01345][a-z]/.test(folded)
    ? folded.replace(/(?<=[a-z])[01345](?=[a-z])/g, (digit) => LOOKALIKES[digit] ?? digit)
    : folded;
}
