import type { Facts } from '../../server/reading-events.js';
import { list, record, shortName, text } from '../shapes.js';

/** Traditional order: the hour on the left, the year on the right. */
export const PLACES = ['hour', 'day', 'month', 'year'] as const;
type Place = (typeof PLACES)[number];

export interface Person {
  readonly name: string;
  /** Two characters each; absent when unknown. */
  readonly pillars: Readonly<Partial<Record<Place, string>>>;
  /** Sun, Moon and ascendant, as far as they are known. */
  readonly placements: readonly { readonly point: string; readonly sign: string; readonly signName: string }[];
}

export interface PairRelation {
  readonly id: string;
  readonly name: string;
  readonly characters: string;
  readonly isHarmony: boolean;
  readonly first: Place;
  readonly second: Place;
}

export interface PairAspect {
  readonly first: { readonly id: string; readonly name: string };
  readonly second: { readonly id: string; readonly name: string };
  readonly aspect: string;
  readonly isHarmony: boolean;
}

export interface Gift {
  readonly element: string;
  readonly name: string;
  readonly to: 'first' | 'second';
}

export interface Pair {
  readonly people: readonly Person[];
  readonly relations: readonly PairRelation[];
  readonly aspects: readonly PairAspect[];
  readonly gifts: readonly Gift[];
}

/** The comparison of two charts; undefined for facts of other kinds. */
export function readPair(facts: Facts): Pair | undefined {
  const people = list(facts['people']).map(personOf);
  if (people.length !== 2) return undefined;
  return {
    people,
    relations: list(record(facts['pair'])['relations']).flatMap(relationOf),
    aspects: list(record(facts['synastry'])['aspects']).map(aspectOf),
    gifts: list(record(facts['pair'])['elementGifts']).map(({ element, name, to }) => ({
      element: text(element),
      name: text(name),
      to: to === 'first' ? 'first' : 'second',
    })),
  };
}

function personOf(person: Facts): Person {
  const pillars = record(record(person['saju'])['pillars']);
  const astrology = record(person['astrology']);
  return {
    name: text(person['name']),
    pillars: Object.fromEntries(
      PLACES.map((place) => [place, text(pillars[place])]).filter(([, characters]) => characters?.length === 2),
    ) as Person['pillars'],
    placements: ['sun', 'moon', 'ascendant'].flatMap((point) => {
      const { sign, signName } = record(astrology[point]);
      return text(signName) === '' ? [] : [{ point, sign: text(sign), signName: text(signName) }];
    }),
  };
}

const isPlace = (value: unknown): value is Place => PLACES.some((place) => place === value);

function relationOf(relation: Facts): readonly PairRelation[] {
  const { id, name, characters, tone, first, second } = relation;
  if (!isPlace(first) || !isPlace(second)) return [];
  const isHarmony = tone === 'harmony';
  return [{ id: text(id), name: shortName(text(name)), characters: text(characters), isHarmony, first, second }];
}

const named = (value: unknown) => ({ id: text(record(value)['id']), name: text(record(value)['name']) });

const aspectOf = ({ first, second, aspect, tone }: Facts): PairAspect => ({
  first: named(first),
  second: named(second),
  aspect: named(aspect).name,
  isHarmony: tone === 'harmony',
});
