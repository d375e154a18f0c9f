import { HEXAGRAMS, type Hexagram } from './hexagram.js';
import hexagrams from './hexagrams.json' with { type: 'json' };

/** A number in a text. The digits of `Qian2` are a tone, and `000001` are lines in an unknown order. */
const NUMBERS = /(?<!\p{Script=Latin}|\d|\d\.)\d+(?!\d)/gu;
const ONLY_DIGITS = /^[\d\s.+-]*$/u;
const SEPARATORS = /[()（）[\]/|:：,·]|\s[-–—]\s/u;
const SCRIPT_RUNS = /(?:\p{Script=Han}|\s)+|(?:\p{Script=Hangul}|\s)+|(?:(?!\p{Script=Han}|\p{Script=Hangul})[^])+/gu;

/**
 * Finds a hexagram by number, symbol (`䷊`) or name: Korean (`지천태`, `건위천`, `몽`), Chinese (`地天泰`, `泰`, simplified),
 * pinyin with or without tones, and the English names of several translations; also several of them together (`11. 泰
 * Peace`). Undefined for an ambiguous name, such as `qian`, and when number and names contradict each other. Toneless
 * pinyin counts only when nothing else is found, because other romanizations use the same syllables: `Pi (Holding
 * Together)` is 8, although the pinyin `pi` is 12.
 */
export function findHexagram(text: number | string): Hexagram | undefined {
  if (typeof text === 'number') return HEXAGRAMS[text - 1];
  if (ONLY_DIGITS.test(text))
    return /^\s*\d{1,3}\.?\s*$/u.test(text) ? HEXAGRAMS[Number.parseInt(text, 10) - 1] : undefined;
  const names = namesIn(text);
  const numbered = [...text.matchAll(NUMBERS)].map(([digits]) => HEXAGRAMS[Number(digits) - 1]);
  const bySymbol = HEXAGRAMS.filter(({ symbol }) => text.includes(symbol));
  const certain = new Set([...numbered, ...bySymbol, ...names.map((name) => only(byName.get(name))).filter(Boolean)]);
  return certain.size > 0 ? only(certain) : only(new Set(names.flatMap((name) => [...(byToneless.get(name) ?? [])])));
}

/** The names in a text: as a whole, between separators, and by script. */
function namesIn(text: string): readonly string[] {
  const parts = text.split(SEPARATORS);
  const runs = parts.flatMap((part) => part.match(SCRIPT_RUNS) ?? []);
  return [...new Set([text, ...parts, ...runs].map(keyOf))].filter((name) => name !== '');
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

/** Spellings of one syllable with and without the initial sound law (두음법칙). */
const INITIALS: Readonly<Record<string, string>> = { 뇌: '뢰', 림: '임', 려: '여', 리: '이' };

/** Reduces `지천태괘`, `Hexagram 11: Peace` and `地天泰卦` to the bare name. Tone marks of pinyin are kept. */
const keyOf = (name: string): string =>
  traditional(name.normalize('NFKC').toLowerCase())
    .replaceAll(/hexagram|\bthe\b|\bof\b|[^\p{L}]/gu, '')
    .replaceAll(/[뇌림려리]/gu, (syllable) => INITIALS[syllable] ?? syllable)
    .replace(/[괘卦]$/u, '');

const only = (found: ReadonlySet<Hexagram | undefined> | undefined): Hexagram | undefined => {
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

/** The names that belong to no other romanization. */
function namesOf({ number, names, hanja, pinyin, upper, lower }: Hexagram): readonly string[] {
  const [above, below] = [IMAGES[upper.slug] ?? '', IMAGES[lower.slug] ?? ''];
  const full = above === below ? `${hanja}爲${above}` : `${above}${below}${hanja}`;
  const all = [names.ko, names.en, hanja, full, pinyin, ...(hexagrams[number - 1]?.otherNames ?? [])];
  return [...all, ...all.flatMap(shortName)];
}

/** Korean names without their trigrams: `몽` for `산수몽`. Those of the form `건위천` have none. */
const shortName = (name: string): readonly string[] =>
  /^\p{Script=Hangul}{3,}$/u.test(name) && name.charAt(1) !== '위' ? [name.slice(2)] : [];

function tonelessOf({ number, pinyin }: Hexagram): readonly string[] {
  const others = (hexagrams[number - 1]?.otherNames ?? []).filter((name) => TONE_MARKS.test(name.normalize('NFD')));
  return [pinyin, ...others].flatMap((name) => {
    const toneless = name.normalize('NFD').replaceAll(new RegExp(TONE_MARKS, 'gu'), '').normalize('NFC');
    return [toneless, toneless.replace('ü', 'u')];
  });
}

const TONE_MARKS = /[\u0300\u0301\u0304\u030C]/u;

const indexBy = (namesFor: (hexagram: Hexagram) => readonly string[]): ReadonlyMap<string, ReadonlySet<Hexagram>> => {
  const index = new Map<string, Set<Hexagram>>();
  for (const hexagram of HEXAGRAMS)
    for (const name of namesFor(hexagram).map(keyOf)) index.set(name, (index.get(name) ?? new Set()).add(hexagram));
  return index;
};

const byName = indexBy(namesOf);
const byToneless = indexBy(tonelessOf);
