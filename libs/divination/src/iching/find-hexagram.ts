import { HEXAGRAMS, type Hexagram } from './hexagram.js';

/** Finds a hexagram by number, symbol (`䷊`) or name in either language; undefined for anything else. */
export function findHexagram(text: number | string): Hexagram | undefined {
  if (typeof text === 'number') return HEXAGRAMS[text - 1];
  return HEXAGRAMS.find(({ symbol }) => text.includes(symbol)) ?? byName.get(keyOf(text));
}

/** Reduces `11. 지천태(地天泰)` and `지천태괘` to the name. */
const keyOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\(.*?\)|\d+\.?/g, '')
    .replaceAll(/\s+/g, '')
    .replace(/괘$/, '');

const byName: ReadonlyMap<string, Hexagram> = new Map(
  HEXAGRAMS.flatMap((hexagram) => [hexagram.names.ko, hexagram.names.en].map((name) => [keyOf(name), hexagram])),
);
