import type { Locale } from '@app/text';

const STEMS = [
  ['甲', '갑', 'gap', '갑목(甲木)', 'Gap 甲 (yang wood)'],
  ['乙', '을', 'eul', '을목(乙木)', 'Eul 乙 (yin wood)'],
  ['丙', '병', 'byeong', '병화(丙火)', 'Byeong 丙 (yang fire)'],
  ['丁', '정', 'jeong', '정화(丁火)', 'Jeong 丁 (yin fire)'],
  ['戊', '무', 'mu', '무토(戊土)', 'Mu 戊 (yang earth)'],
  ['己', '기', 'gi', '기토(己土)', 'Gi 己 (yin earth)'],
  ['庚', '경', 'gyeong', '경금(庚金)', 'Gyeong 庚 (yang metal)'],
  ['辛', '신', 'sin', '신금(辛金)', 'Sin 辛 (yin metal)'],
  ['壬', '임', 'im', '임수(壬水)', 'Im 壬 (yang water)'],
  ['癸', '계', 'gye', '계수(癸水)', 'Gye 癸 (yin water)'],
] as const;
const BRANCHES = { hanja: '子丑寅卯辰巳午未申酉戌亥', hangul: '자축인묘진사오미신유술해' } as const;

/** Romanised; in the order of `BRANCHES`. */
const BRANCH_SLUGS = 'ja chuk in myo jin sa o mi sin yu sul hae'.split(' ');
/** Pillars whose syllables sound different together. The knowledge pack's ids keep them apart, names follow the sound. */
const AS_IT_SOUNDS: Readonly<Record<string, string>> = { eulyu: 'euryu', gapo: 'gabo', gapin: 'gabin' };

export interface SajuName {
  readonly id: string;
  readonly name: string;
}

/** The pillar a text names as `戊午`, `무오` or `무오(戊午)`; undefined for anything else. */
export function pillarNamed(text: string, locale: Locale): SajuName | undefined {
  const [first = '', second = ''] = text.trim();
  const stem = STEMS.findIndex(([hanja, hangul]) => first === hanja || first === hangul);
  const branch = Math.max(BRANCHES.hanja.indexOf(second || '-'), BRANCHES.hangul.indexOf(second || '-'));
  if (stem < 0 || branch < 0 || (stem - branch) % 2 !== 0) return undefined;
  const slug = `${STEMS[stem]?.[2]}${BRANCH_SLUGS[branch]}`;
  const sound = AS_IT_SOUNDS[slug] ?? slug;
  const hanja = `${STEMS[stem]?.[0]}${BRANCHES.hanja[branch]}`;
  const spoken =
    locale === 'ko' ? `${STEMS[stem]?.[1]}${BRANCHES.hangul[branch]}` : sound.charAt(0).toUpperCase() + sound.slice(1);
  return { id: `saju:pillar-${slug}`, name: locale === 'ko' ? `${spoken}(${hanja})` : `${spoken} (${hanja})` };
}

/** The heavenly stem a text begins with or is: `甲`, `갑목(甲木)`, `gap`, `saju:stem-gap`. */
export function stemNamed(text: string, locale: Locale): SajuName | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^saju:stem-/, '');
  const found = STEMS.find(
    ([hanja, hangul, slug]) => plain.startsWith(hanja) || plain.startsWith(hangul) || plain.split(/[^a-z]/)[0] === slug,
  );
  return found && { id: `saju:stem-${found[2]}`, name: locale === 'ko' ? found[3] : found[4] };
}

const TEN_GODS = {
  比肩: 'bigyeon',
  劫財: 'geopjae',
  食神: 'siksin',
  傷官: 'sanggwan',
  偏財: 'pyeonjae',
  正財: 'jeongjae',
  偏官: 'pyeongwan',
  正官: 'jeonggwan',
  偏印: 'pyeonin',
  正印: 'jeongin',
} as const;

/** Id of the ten god a name holds in Chinese characters: `편관(偏官)`, `Seven Killings (偏官)`. */
export function tenGodNamed(name: string): string | undefined {
  const slug = Object.entries(TEN_GODS).find(([hanja]) => name.includes(hanja))?.[1];
  return slug && `saju:tengod-${slug}`;
}

/** As the records call it, so that a reader knows it again: `Seven Killings (偏官)` is `Pyeongwan (偏官, Seven Killings)`. */
export function spokenTenGod(name: string, locale: Locale): string {
  const slug = tenGodNamed(name)?.slice('saju:tengod-'.length);
  const [, english, hanja] = /^(.+?) \((.+)\)$/u.exec(name) ?? [];
  if (locale === 'ko' || !slug || !english || !hanja) return name;
  return `${slug.charAt(0).toUpperCase()}${slug.slice(1)} (${hanja}, ${english})`;
}

export const ELEMENT_WORDS = {
  wood: { ko: '목(木)', en: 'wood' },
  fire: { ko: '화(火)', en: 'fire' },
  earth: { ko: '토(土)', en: 'earth' },
  metal: { ko: '금(金)', en: 'metal' },
  water: { ko: '수(水)', en: 'water' },
} as const;
