import { BRANCHES, branchAt } from './branch.js';
import { type FourPillars, PILLAR_NAMES, type Pillar, type PillarName, hanjaOf } from './pillar.js';
import { STEMS, stemAt } from './stem.js';

/** The value of a chart by which a star is looked up. */
type Basis = 'dayStem' | 'monthBranch' | 'yearBranch' | 'dayBranch' | 'pillar';

interface Star {
  readonly ko: string;
  readonly en: string;
  readonly basis: Basis;
  /** Characters that have the star, by the character of the basis; for `pillar`, the pillars themselves. */
  readonly table: Readonly<Record<string, string>>;
}

const STEMS_HANJA = STEMS.map(({ hanja }) => hanja).join('');
const BRANCHES_HANJA = BRANCHES.map(({ hanja }) => hanja).join('');

/**
 * Builds a table by stem or branch: one value for each character of `keys`, in order. `/` separates several characters
 * in a value.
 */
const by = (keys: string, values: string): Readonly<Record<string, string>> =>
  Object.fromEntries(keys.split('').map((key, index) => [key, (values.split(' ')[index] ?? '').replaceAll('/', '')]));

const byStem = (values: string) => by(STEMS_HANJA, values);
const byBranch = (values: string) => by(BRANCHES_HANJA, values);

/**
 * 신살(神殺). Sources: 淵海子平 (천을, 문창, 학당, 천덕, 월덕, 양인, 홍염, 금여, 암록), 三命通會 卷二·卷三 (태극, 괴강, 고신·과숙, 홍란·천희); 백호, 귀문관 and the 양인 of
 * yin stems follow Korean practice.
 */
const STARS = {
  heavenlyNoble: {
    ko: '천을귀인(天乙貴人)',
    en: 'Heavenly Noble (天乙貴人)',
    basis: 'dayStem',
    table: byStem('丑/未 子/申 亥/酉 亥/酉 丑/未 子/申 丑/未 寅/午 巳/卯 巳/卯'),
  },
  literaryNoble: {
    ko: '문창귀인(文昌貴人)',
    en: 'Literary Noble (文昌貴人)',
    basis: 'dayStem',
    table: byStem('巳 午 申 酉 申 酉 亥 子 寅 卯'),
  },
  academicHall: {
    ko: '학당귀인(學堂貴人)',
    en: 'Academic Hall (學堂)',
    basis: 'dayStem',
    table: byStem('亥 午 寅 酉 寅 酉 巳 子 申 卯'),
  },
  greatUltimateNoble: {
    ko: '태극귀인(太極貴人)',
    en: 'Great Ultimate Noble (太極貴人)',
    basis: 'dayStem',
    table: byStem('子/午 子/午 卯/酉 卯/酉 辰/戌/丑/未 辰/戌/丑/未 寅/亥 寅/亥 巳/申 巳/申'),
  },
  goldenCarriage: {
    ko: '금여(金輿)',
    en: 'Golden Carriage (金輿)',
    basis: 'dayStem',
    table: byStem('辰 巳 未 申 未 申 戌 亥 丑 寅'),
  },
  hiddenProsperity: {
    ko: '암록(暗祿)',
    en: 'Hidden Prosperity (暗祿)',
    basis: 'dayStem',
    table: byStem('亥 戌 申 未 申 未 巳 辰 寅 丑'),
  },
  blade: {
    ko: '양인(羊刃)',
    en: 'Blade (羊刃)',
    basis: 'dayStem',
    table: byStem('卯 辰 午 未 午 未 酉 戌 子 丑'),
  },
  redFlame: {
    ko: '홍염(紅艶)',
    en: 'Red Flame (紅艶)',
    basis: 'dayStem',
    table: byStem('午 午 寅 未 辰 辰 戌 酉 子 申'),
  },
  heavenlyVirtue: {
    ko: '천덕귀인(天德貴人)',
    en: 'Heavenly Virtue (天德)',
    basis: 'monthBranch',
    table: byBranch('巳 庚 丁 申 壬 辛 亥 甲 癸 寅 丙 乙'),
  },
  monthlyVirtue: {
    ko: '월덕귀인(月德貴人)',
    en: 'Monthly Virtue (月德)',
    basis: 'monthBranch',
    table: byBranch('壬 庚 丙 甲 壬 庚 丙 甲 壬 庚 丙 甲'),
  },
  heavenlyDoctor: {
    ko: '천의성(天醫星)',
    en: 'Heavenly Doctor (天醫)',
    basis: 'monthBranch',
    table: byBranch('亥 子 丑 寅 卯 辰 巳 午 未 申 酉 戌'),
  },
  solitary: {
    ko: '고신(孤辰)',
    en: 'Solitary (孤辰)',
    basis: 'yearBranch',
    table: byBranch('寅 寅 巳 巳 巳 申 申 申 亥 亥 亥 寅'),
  },
  widowed: {
    ko: '과숙(寡宿)',
    en: 'Widowed (寡宿)',
    basis: 'yearBranch',
    table: byBranch('戌 戌 丑 丑 丑 辰 辰 辰 未 未 未 戌'),
  },
  redPhoenix: {
    ko: '홍란(紅鸞)',
    en: 'Red Phoenix (紅鸞)',
    basis: 'yearBranch',
    table: byBranch('卯 寅 丑 子 亥 戌 酉 申 未 午 巳 辰'),
  },
  heavenlyJoy: {
    ko: '천희(天喜)',
    en: 'Heavenly Joy (天喜)',
    basis: 'yearBranch',
    table: byBranch('酉 申 未 午 巳 辰 卯 寅 丑 子 亥 戌'),
  },
  ghostGate: {
    ko: '귀문관(鬼門關)',
    en: 'Ghost Gate (鬼門關)',
    basis: 'dayBranch',
    table: byBranch('酉 午 未 申 亥 戌 丑 寅 卯 子 巳 辰'),
  },
  whiteTiger: {
    ko: '백호(白虎)',
    en: 'White Tiger (白虎)',
    basis: 'pillar',
    table: { pillars: '甲辰 乙未 丙戌 丁丑 戊辰 壬戌 癸丑' },
  },
  commander: {
    ko: '괴강(魁罡)',
    en: 'Commander (魁罡)',
    basis: 'pillar',
    table: { pillars: '庚辰 庚戌 壬辰 壬戌 戊戌' },
  },
} as const satisfies Readonly<Record<string, Star>>;
export type SpiritStar = keyof typeof STARS;

export const SPIRIT_STAR_NAMES: Readonly<Record<SpiritStar, { readonly ko: string; readonly en: string }>> = STARS;
export const SPIRIT_STARS = Object.keys(STARS) as readonly SpiritStar[];

/** The stars of the chart, each with the pillars that have it. */
export function spiritStars(pillars: FourPillars): Readonly<Partial<Record<SpiritStar, readonly PillarName[]>>> {
  return Object.fromEntries(
    SPIRIT_STARS.flatMap((star) => {
      const bearers = PILLAR_NAMES.filter((name) => {
        const pillar = pillars[name];
        return pillar !== null && bears(pillars, pillar, STARS[star]);
      });
      return bearers.length > 0 ? [[star, bearers]] : [];
    }),
  );
}

/** Stars that a passing pillar has relative to the chart. */
export const passingStars = (pillars: FourPillars, passing: Pillar): readonly SpiritStar[] =>
  SPIRIT_STARS.filter((star) => bears(pillars, passing, STARS[star]));

/**
 * Whether a pillar has a star. No table maps a branch to itself, so a pillar never has a star because of its own
 * branch.
 */
function bears(pillars: FourPillars, pillar: Pillar, { basis, table }: Star): boolean {
  if (basis === 'pillar') return table['pillars']?.split(' ').includes(hanjaOf(pillar)) ?? false;
  const key = characterOf(pillars, basis);
  return (
    key !== undefined &&
    hanjaOf(pillar)
      .split('')
      .some((character) => table[key]?.includes(character))
  );
}

function characterOf({ year, month, day }: FourPillars, basis: Exclude<Basis, 'pillar'>): string | undefined {
  if (basis === 'dayStem') return stemAt(day.stem).hanja;
  if (basis === 'dayBranch') return branchAt(day.branch).hanja;
  if (basis === 'yearBranch') return year ? branchAt(year.branch).hanja : undefined;
  return month ? branchAt(month.branch).hanja : undefined;
}
