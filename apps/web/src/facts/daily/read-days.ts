import type { Facts } from '../../server/reading-events.js';
import { list, record, shortName, text } from '../shapes.js';

/** A relation of the day to the chart; `count` pillars of the chart have it. */
export interface DayRelation {
  readonly id: string;
  readonly name: string;
  readonly characters: string;
  readonly isHarmony: boolean;
  readonly count: number;
}

/** A day's pillar against the chart. */
export interface Day {
  readonly date: string;
  readonly pillar: string;
  readonly name: string;
  readonly stemGod: string;
  readonly branchGod: string;
  readonly lifeStage: string;
  readonly isVoid: boolean;
  readonly relations: readonly DayRelation[];
}

export interface Transit {
  /** Civil time, `2026-12-01 14:05`; absent for transits that last. */
  readonly at?: string;
  readonly from: { readonly id: string; readonly name: string };
  readonly to: { readonly id: string; readonly name: string };
  readonly aspect: string;
}

export interface Daily {
  readonly days: readonly Day[];
  /** The day pillar of the person. */
  readonly own: string;
  readonly moonSign: { readonly id: string; readonly name: string } | undefined;
  readonly exact: readonly Transit[];
  readonly lasting: readonly Transit[];
  /** IANA time zone of the times. */
  readonly timezone: string;
}

const COMBINATION = /combination/i;

/** The days of a period; undefined for facts of other kinds. */
export function readDays(facts: Facts): Daily | undefined {
  const days = list(facts['days']).map(dayOf);
  const sky = record(facts['sky']);
  const moon = named(sky['moonSign']);
  if (days.length === 0 && moon.id === '') return undefined;
  return {
    days,
    own: text(record(record(facts['saju'])['pillars'])['day']),
    moonSign: moon.id === '' ? undefined : moon,
    exact: list(sky['exact']).map((transit) => ({ ...transitOf(transit), at: text(transit['at']) })),
    lasting: list(sky['lasting']).map(transitOf),
    timezone: text(record(facts['period'])['timezone']),
  };
}

function dayOf(day: Facts): Day {
  const gods = record(day['tenGods']);
  return {
    date: text(day['from']) || text(day['date']),
    pillar: text(day['pillar']),
    name: text(day['name']),
    stemGod: shortName(text(gods['stem'])),
    branchGod: shortName(text(gods['branch'])),
    lifeStage: shortName(named(day['lifeStage']).name),
    isVoid: day['isVoid'] === true,
    relations: relationsOf(list(day['relations'])),
  };
}

/** Each relation once, in the order of the facts. */
function relationsOf(relations: readonly Facts[]): readonly DayRelation[] {
  const found = new Map<string, DayRelation>();
  for (const relation of relations) {
    const [id, characters] = [text(relation['id']), text(relation['characters'])];
    const count = (found.get(id + characters)?.count ?? 0) + 1;
    const name = shortName(text(relation['name']));
    found.set(id + characters, { id, name, characters, isHarmony: COMBINATION.test(id), count });
  }
  return [...found.values()];
}

const named = (value: unknown) => ({ id: text(record(value)['id']), name: text(record(value)['name']) });

const transitOf = ({ from, to, aspect }: Facts): Transit => ({
  from: named(from),
  to: named(to),
  aspect: named(aspect).name,
});
