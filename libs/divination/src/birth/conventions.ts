/**
 * Conventions on which schools of practice disagree. The first value of each list is the default; docs/divination.md
 * explains each value and names its source.
 */
export const SOLAR_TIMES = ['true', 'mean', 'clock'] as const;
export const DAY_BOUNDARIES = ['jasi', 'midnight', 'splitJasi'] as const;
export const LUNAR_CALENDARS = ['korean', 'chinese'] as const;
export const HIDDEN_STEM_TABLES = ['korean', 'chinese'] as const;
export const LUCK_AGE_ROUNDINGS = ['nearest', 'down', 'up'] as const;
export const STRENGTH_METHODS = ['points', 'support'] as const;
export const HOUSE_SYSTEMS = ['placidus', 'whole-sign', 'koch', 'equal', 'regiomontanus', 'campanus'] as const;
export const ZODIACS = ['tropical', 'sidereal'] as const;
export const AYANAMSHAS = ['lahiri', 'fagan-bradley', 'krishnamurti', 'raman'] as const;

/**
 * The clock for the day and hour pillars: true (apparent) solar time at the birthplace, local mean time there, or civil
 * time.
 */
export type SolarTime = (typeof SOLAR_TIMES)[number];
export type DayBoundary = (typeof DAY_BOUNDARIES)[number];
export type LunarCalendar = (typeof LUNAR_CALENDARS)[number];
export type HiddenStemTable = (typeof HIDDEN_STEM_TABLES)[number];
export type LuckAgeRounding = (typeof LUCK_AGE_ROUNDINGS)[number];
export type StrengthMethod = (typeof STRENGTH_METHODS)[number];
export type HouseSystem = (typeof HOUSE_SYSTEMS)[number];
export type ZodiacName = (typeof ZODIACS)[number];
export type Ayanamsha = (typeof AYANAMSHAS)[number];

export interface SajuConventions {
  readonly solarTime: SolarTime;
  readonly dayBoundary: DayBoundary;
  readonly hiddenStems: HiddenStemTable;
  readonly luckAgeRounding: LuckAgeRounding;
  readonly strengthMethod: StrengthMethod;
}

export interface AstrologyConventions {
  readonly houseSystem: HouseSystem;
  readonly zodiac: ZodiacName;
  /** Used with the sidereal zodiac only. */
  readonly ayanamsha: Ayanamsha;
}

export interface Conventions extends SajuConventions, AstrologyConventions {
  /** Calendar in which a lunar birth date is read. */
  readonly lunarCalendar: LunarCalendar;
}

export const DEFAULT_CONVENTIONS: Conventions = {
  solarTime: 'true',
  dayBoundary: 'jasi',
  lunarCalendar: 'korean',
  hiddenStems: 'korean',
  luckAgeRounding: 'nearest',
  strengthMethod: 'points',
  houseSystem: 'placidus',
  zodiac: 'tropical',
  ayanamsha: 'lahiri',
};
