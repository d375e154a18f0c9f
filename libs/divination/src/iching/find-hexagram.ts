import { HEXAGRAMS, type Hexagram } from './hexagram.js';
import hexagrams from './hexagrams.json' with { type: 'json' };

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

/** Simplified and variant characters of the names, with their traditional forms. */
const VARIANTS: Readonly<Record<string, string>> = {
  讼: '訟',
  师: '師',
  谦: '謙',
  随: '隨',
  蛊: '蠱',
  临: '臨',
  观: '觀',
  贲: '賁',
  剥: '剝',
  复: '復',
  無: '无',
  颐: '頤',
  过: '過',

  离: '離',
  恒: '恆',
  遁: '遯',
  壮: '壯',
  晋: '晉',
  损: '損',
  渐: '漸',
  归: '歸',
  丰: '豐',
  兑: '兌',
  涣: '渙',
  节: '節',
  济: '濟',
  风: '風',
  泽: '澤',
  为: '爲',
  為: '爲',
  習: '',
  习: '',
};

const traditional = (text: string): string =>
  text.replaceAll(/\p{Script=Han}/gu, (character) => VARIANTS[character] ?? character);

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

function namesOf({ number, names, hanja, pinyin, upper, lower }: Hexagram): readonly string[] {
  const [above, below] = [IMAGES[upper.slug] ?? '', IMAGES[lower.slug] ?? ''];
  const full = above === below ? `${hanja}爲${above}` : `${above}${below}${hanja}`;
  const toneless = pinyin
    .normalize('NFD')
    .replaceAll(/[\u0300\u0301\u0304\u030C]/gu, '')
    .normalize('NFC');
  const otherNames = hexagrams[number - 1]?.otherNames ?? [];
  return [names.ko, names.en, hanja, full, pinyin, toneless, toneless.replace('ü', 'u'), ...otherNames];
}

const byName: ReadonlyMap<string, ReadonlySet<Hexagram>> = HEXAGRAMS.reduce((index, hexagram) => {
  for (const name of namesOf(hexagram)) {
    const key = keyOf(name);
    index.set(key, new Set([...(index.get(key) ?? []), hexagram]));
  }
  return index;
}, new Map<string, Set<Hexagram>>());
