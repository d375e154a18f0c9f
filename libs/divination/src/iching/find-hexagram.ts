import { HEXAGRAMS, type Hexagram } from './hexagram.js';
import { ENGLISH_NAMES, traditional } from './hexagram-names.js';

/**
 * Finds a hexagram by number, symbol (`䷊`) or name: Korean (`지천태`, `건위천`), Chinese (`地天泰`, `泰`, simplified), pinyin
 * with or without tones, and the English names of several translations. Undefined for an ambiguous name, such as
 * `qian`.
 */
export function findHexagram(text: number | string): Hexagram | undefined {
  if (typeof text === 'number') return HEXAGRAMS[text - 1];
  const bySymbol = HEXAGRAMS.find(({ symbol }) => text.includes(symbol));
  const bare = text.trim();
  if (bySymbol || /^\d+$/u.test(bare)) return bySymbol ?? HEXAGRAMS[Number(bare) - 1];
  const written = bare.replaceAll(/\(.*?\)|\d+\.?/gu, '');
  const within = /\((.*?)\)/u.exec(bare)?.[1] ?? '';
  return [written, within].map((name) => only(byName.get(keyOf(name)))).find(Boolean);
}

/** Reduces `지천태괘`, `Hexagram 11: Peace` and `地天泰卦` to the bare name. Tone marks of pinyin are kept. */
const keyOf = (name: string): string =>
  traditional(name.normalize('NFKC').toLowerCase())
    .replaceAll(/hexagram|the|of|[^\p{L}]/gu, '')
    .replace(/[괘卦]$/u, '');

const only = (found: ReadonlySet<Hexagram> | undefined): Hexagram | undefined => {
  const [hexagram] = found ?? [];
  return found?.size === 1 ? hexagram : undefined;
};

const IMAGES: Readonly<Record<string, string>> = {
  heaven: '天',
  lake: '澤',
  fire: '火',
  thunder: '雷',
  wind: '風',
  water: '水',
  mountain: '山',
  earth: '地',
};

/** Korean names that `Hexagram.names` does not contain: doubled trigrams (건위천), and 둔 for 돈. */
const KOREAN_NAMES: Readonly<Record<number, string>> = {
  1: '건위천',
  2: '곤위지',
  29: '감위수',
  30: '이위화',
  33: '천산둔',
  51: '진위뢰',
  52: '간위산',
  57: '손위풍',
  58: '태위택',
};

function namesOf({ number, names, hanja, pinyin, upper, lower }: Hexagram): readonly string[] {
  const [above, below] = [IMAGES[upper.slug] ?? '', IMAGES[lower.slug] ?? ''];
  const full = above === below ? `${hanja}爲${above}` : `${above}${below}${hanja}`;
  const toneless = pinyin
    .normalize('NFD')
    .replaceAll(/[\u0300\u0301\u0304\u030C]/gu, '')
    .normalize('NFC');
  const korean = KOREAN_NAMES[number];
  return [
    names.ko,
    names.en,
    hanja,
    full,
    pinyin,
    toneless,
    toneless.replace('ü', 'u'),
    ENGLISH_NAMES[number - 1] ?? '',
  ].concat(korean ?? []);
}

const byName: ReadonlyMap<string, ReadonlySet<Hexagram>> = HEXAGRAMS.reduce((index, hexagram) => {
  for (const name of namesOf(hexagram)) {
    const key = keyOf(name);
    index.set(key, new Set([...(index.get(key) ?? []), hexagram]));
  }
  return index;
}, new Map<string, Set<Hexagram>>());
