/** 32-bit FNV-1a hash with the published offset basis and prime; the same on every machine. */
export function stableHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** Selects one of the choices by a seed, the same one for the same seed; undefined when there are none. */
export const pick = <Choice>(choices: readonly Choice[], seed: number): Choice | undefined =>
  choices[seed % Math.max(1, choices.length)];
