import type { Locale } from '@app/text';
import type { StrengthMethod } from '../birth/conventions.js';
import { branchAt } from './branch.js';
import { LIFE_STAGE_NAMES, lifeStage } from './life-stage.js';
import { type FourPillars, PILLAR_NAMES, type Pillar } from './pillar.js';
import { type PlacedPillar, RELATION_NAMES, type Relation, relationsAmong, relationsWith } from './relations.js';
import { soundElement } from './sound-element.js';
import { SPIRIT_STAR_NAMES, type SpiritStar, passingStars, spiritStars } from './spirit-star.js';
import { stemAt } from './stem.js';
import { dayMasterStrength } from './strength.js';
import { structureOf } from './structure.js';
import { TWELVE_SPIRIT_NAMES, twelveSpirit } from './twelve-spirits.js';
import { type UsefulElement, balanceElement, climateElement } from './useful-element.js';
import { voidBranches } from './void-branches.js';

type Facts = Readonly<Record<string, unknown>>;

/** Limit on relations: further ones have little weight, and every prompt contains them. */
const MAX_RELATIONS = 16;

export const placedPillars = (pillars: FourPillars): readonly PlacedPillar[] =>
  PILLAR_NAMES.flatMap((place) => {
    const pillar = pillars[place];
    return pillar ? [{ place, pillar }] : [];
  });

const each = <Value>(pillars: FourPillars, of: (pillar: Pillar) => Value): Record<string, Value | null> =>
  Object.fromEntries(PILLAR_NAMES.map((name) => [name, pillars[name] && of(pillars[name])]));

/**
 * Derived facts of a chart: ids with names in the reading's language. A fact is absent when its rule needs a pillar
 * that the chart lacks.
 */
export function analysisFacts(pillars: FourPillars, method: StrengthMethod, locale: Locale): Facts {
  const { day, year } = pillars;
  const structure = structureOf(pillars);
  return {
    relations: relationsAmong(placedPillars(pillars))
      .slice(0, MAX_RELATIONS)
      .map((relation) => relationFact(relation, locale)),
    lifeStages: each(pillars, ({ branch }) => named(lifeStage(day.stem, branch), LIFE_STAGE_NAMES, locale)),
    voidBranches: {
      day: hanjaOfBranches(voidBranches(day)),
      year: year && hanjaOfBranches(voidBranches(year)),
    },
    soundElements: each(pillars, (pillar) => {
      const { hanja, element, [locale]: name } = soundElement(pillar);
      return { id: hanja, element, name };
    }),
    spiritStars: Object.entries(spiritStars(pillars)).map(([id, bearers]) => ({
      ...named(id as SpiritStar, SPIRIT_STAR_NAMES, locale),
      pillars: bearers,
    })),
    twelveSpirits: {
      byYear:
        year && each(pillars, ({ branch }) => named(twelveSpirit(year.branch, branch), TWELVE_SPIRIT_NAMES, locale)),
      byDay: each(pillars, ({ branch }) => named(twelveSpirit(day.branch, branch), TWELVE_SPIRIT_NAMES, locale)),
    },
    structure: structure ? { id: structure.id, name: structure[locale], isRevealed: structure.isRevealed } : null,
    usefulElements: [balanceElement(pillars, dayMasterStrength(pillars, method)), climateElement(pillars)].flatMap(
      (useful) => (useful ? [usefulFact(useful)] : []),
    ),
  };
}

/** Facts about a passing pillar (대운, 세운, 월운) relative to the chart. */
export const passingFacts = (pillars: FourPillars, passing: PlacedPillar, locale: Locale) => ({
  relations: relationsWith(placedPillars(pillars), passing).map((relation) => relationFact(relation, locale)),
  lifeStage: named(lifeStage(pillars.day.stem, passing.pillar.branch), LIFE_STAGE_NAMES, locale),
  spiritStars: passingStars(pillars, passing.pillar).map((star) => named(star, SPIRIT_STAR_NAMES, locale)),
  ...(pillars.year && {
    twelveSpirit: named(twelveSpirit(pillars.year.branch, passing.pillar.branch), TWELVE_SPIRIT_NAMES, locale),
  }),
  isVoid: voidBranches(pillars.day).includes(passing.pillar.branch),
});

const named = <Id extends string>(
  id: Id,
  names: Readonly<Record<Id, { readonly ko: string; readonly en: string }>>,
  locale: Locale,
) => ({ id, name: names[id][locale] });

const hanjaOfBranches = (branches: readonly number[]): string => branches.map((at) => branchAt(at).hanja).join('');

const relationFact = ({ relation, places, characters, element }: Relation, locale: Locale) => ({
  ...named(relation, RELATION_NAMES, locale),
  pillars: places,
  characters,
  ...(element && { element }),
});

const usefulFact = ({ stems, ...useful }: UsefulElement) => ({
  ...useful,
  ...(stems && { stems: stems.map((at) => stemAt(at).hanja).join('') }),
});
