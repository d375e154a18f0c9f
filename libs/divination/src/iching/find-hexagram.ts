import { HEXAGRAMS, type Hexagram } from './hexagram.js';

/** The hexagram of a number, a symbol (`䷊`) or a name in either language; undefined for anything else. */
export function findHexagram(said: number | string): Hexagram | undefined {
  if (typeof said === 'number') return HEXAGRAMS[said - 1];
  return HEXAGRAMS.find(({ symbol }) => said.includes(symbol)) ?? byName.get(keyOf(said));
}

/** `11. 지천태(地天泰)`, `지천태괘`, `Peaceful exchange` without what stands around the name. */
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
