import type { Facts } from '../../server/reading-events.js';
import { list, record, shortName, text } from '../shapes.js';

/** A day's pillar against the chart. */
export interface Day {
  readonly date: string;
  readonly pillar: string;
  readonly name: string;
  readonly stemGod: string;
  readonly branchGod: string;
  readonly lifeStage: string;
  readonly isVoid: boolean;
  readonly relations: readonly { readonly label: string; readonly isHarmony: boolean }[];
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
    relations: list(day['relations']).map(({ id, name, characters }) => ({
      label: [text(characters), shortName(text(name))].filter(Boolean).join(' '),
      isHarmony: COMBINATION.test(text(id)),
    })),
  };
}

const named = (value: unknown) => ({ id: text(record(value)['id']), name: text(record(value)['name']) });

const transitOf = ({ from, to, aspect }: Facts): Transit => ({
  from: named(from),
  to: named(to),
  aspect: named(aspect).name,
});
