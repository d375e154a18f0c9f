import type { Facts } from '../../server/reading-events.js';
import { isRecord, list, record, shortName, text, texts } from '../shapes.js';
import { pillarAfter, yearOfPillar } from './characters.js';

/** Traditional order: the hour on the left, the year on the right. */
const PLACES = ['hour', 'day', 'month', 'year'] as const;

/** One pillar with its traditional annotations; missing values are empty. */
export interface PillarColumn {
  readonly place: string;
  readonly stem: string;
  readonly branch: string;
  readonly name: string;
  readonly stemGod: string;
  readonly branchGod: string;
  readonly hidden: string;
  readonly lifeStage: string;
  readonly sound: string;
  readonly stars: readonly string[];
  readonly isVoid: boolean;
}

export interface Relation {
  readonly id: string;
  readonly name: string;
  readonly places: readonly string[];
  readonly characters: string;
  readonly element: string;
  readonly isOfStems: boolean;
}

/** A pillar in the strips of decades or years below the chart. */
export interface Passing {
  readonly pillar: string;
  readonly label: number;
  readonly isNow: boolean;
}

export interface Saju {
  readonly columns: readonly PillarColumn[];
  readonly relations: readonly Relation[];
  readonly luck: readonly Passing[];
  readonly years: readonly Passing[];
  readonly shares: Readonly<Record<string, number>>;
  readonly dayMaster: string;
  readonly structure: string;
  readonly strength: string;
  /** Solar time of the birth, from which the hour pillar follows; empty when it is the clock's time or unknown. */
  readonly solarTime: string;
  /** Whether the shares count the hidden stems. */
  readonly hasWeightedShares: boolean;
}

const name = (value: unknown): string => shortName(text(record(value)['name']));

export function readSaju(saju: Facts, date: string): Saju {
  const pillars = record(saju['pillars']);
  return {
    columns: PLACES.filter((place) => text(pillars[place]) !== '').map((place) => columnOf(saju, place)),
    relations: list(saju['relations']).map(relationOf),
    luck: luckOf(record(saju['luck'])),
    years: yearsOf(text(record(record(saju['now'])['yearPillar'])['pillar']), date),
    shares: sharesOf(saju),
    dayMaster: text(saju['dayMasterName']),
    structure: text(record(saju['structure'])['name']).replace(/ structure(?= \(|$)/, ''),
    strength: text(saju['strength']),
    solarTime: text(saju['trueSolarTime']) || text(saju['meanSolarTime']),
    hasWeightedShares: isRecord(saju['elementShares']),
  };
}

function columnOf(saju: Facts, place: string): PillarColumn {
  const of = (group: string) => record(saju[group])[place];
  const characters = text(of('pillars'));
  const [stem = '', branch = ''] = characters.length === 2 ? characters : [characters];
  const gods = record(of('tenGods'));
  return {
    place,
    stem,
    branch,
    name: text(of('pillarNames')),
    hidden: text(of('hiddenStems')),
    stemGod: shortName(text(gods['stem'])),
    branchGod: shortName(text(gods['branch'])),
    lifeStage: name(of('lifeStages')),
    sound: name(of('soundElements')),
    stars: list(saju['spiritStars'])
      .filter(({ pillars }) => texts(pillars).includes(place))
      .map(name),
    isVoid: branch !== '' && place !== 'day' && text(record(saju['voidBranches'])['day']).includes(branch),
  };
}

function relationOf(relation: Facts): Relation {
  const id = text(relation['id']);
  return {
    id,
    name: shortName(text(relation['name'])),
    places: texts(relation['pillars']),
    characters: text(relation['characters']),
    element: text(relation['element']),
    isOfStems: id.startsWith('stem'),
  };
}

function luckOf({ pillars, current }: Facts): readonly Passing[] {
  const age = record(current)['age'];
  return list(pillars).map((one) => ({
    pillar: text(one['pillar']),
    label: Number(one['age']),
    isNow: one['age'] === age,
  }));
}

const YEARS_BEFORE = 4;
const YEARS_SHOWN = 10;

/** The years around the current one. */
function yearsOf(pillar: string, date: string): readonly Passing[] {
  const calendarYear = Number(date.slice(0, 4));
  if (pillar === '' || !calendarYear) return [];
  const now = yearOfPillar(pillar, calendarYear);
  return Array.from({ length: YEARS_SHOWN }, (_, at) => at - YEARS_BEFORE).map((years) => ({
    pillar: pillarAfter(pillar, years),
    label: now + years,
    isNow: years === 0,
  }));
}

/** Weighted shares if present, else the counts of elements in the eight characters. */
function sharesOf({ elementShares, elements }: Facts): Saju['shares'] {
  const shares = Object.entries(record(elementShares ?? elements));
  return Object.fromEntries(shares.filter((share): share is [string, number] => typeof share[1] === 'number'));
}
