/** Overlapping pairs of characters: `구렁이` becomes `구렁 렁이`. A word of one character stays as it is. */
export function characterBigrams(word: string): readonly string[] {
  const characters = Array.from(word);
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}
