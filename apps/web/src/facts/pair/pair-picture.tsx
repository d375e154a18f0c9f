import type { Locale } from '../../server/catalogue.js';
import type { FactsTexts } from '../../texts/facts-texts.js';
import { readingOf, readingsOf } from '../saju/characters.js';
import { Tile } from '../saju/tile.js';
import { type Pair, type PairRelation, PLACES, type Person } from './read-pair.js';

interface PictureProps {
  readonly pair: Pair;
  readonly texts: FactsTexts;
  readonly locale: Locale;
}

const COLUMN = 92;
const MARGIN = 10;
const TILE = 50;
const NAME = 22;
const TITLE = 16;
/** Height of the two tiles of a pillar. */
const PILLAR = TILE * 2 + 4;
/** Distance between the two charts, which the lines cross. */
const BETWEEN = 120;
const WIDTH = COLUMN * 4 + MARGIN * 2;
const FIRST = NAME + TITLE;
const SECOND = FIRST + PILLAR + BETWEEN;
const HEIGHT = SECOND + PILLAR + TITLE + NAME;
/** More lines would hide each other; the list has all relations. */
export const MAX_LINES = 5;

/** Draws both charts one above the other, with a line for each relation between their pillars. */
export function PairPicture({ pair: { people, relations }, texts, locale }: PictureProps) {
  const [first, second] = people;
  if (!first || !second || (Object.keys(first.pillars).length === 0 && Object.keys(second.pillars).length === 0))
    return null;
  const drawn = relations.slice(0, MAX_LINES);
  const spoken = [
    ...people.map((person) => `${person.name}: ${pillarsText(person, texts)}`),
    ...relations.map((relation) => `${relation.characters} ${relationText(relation, texts, locale)}`),
  ].join('. ');
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} class="pair-picture" role="img" aria-label={spoken} data-picture>
      <text class="name" x={WIDTH / 2} y={NAME / 2}>
        {first.name}
      </text>
      <Chart person={first} y={FIRST} titleY={NAME + TITLE / 2} {...{ texts, locale }} />
      <Chart person={second} y={SECOND} titleY={SECOND + PILLAR + TITLE / 2 + 2} {...{ texts, locale }} />
      <text class="name" x={WIDTH / 2} y={HEIGHT - NAME / 2}>
        {second.name}
      </text>
      {curvesOf(drawn).map((curve, at) => (
        <Line key={at} {...{ curve, at }} />
      ))}
    </svg>
  );
}

/** How the characters of a relation are read, its name, and the pillars that it connects. */
export function relationText(relation: PairRelation, { pillars }: FactsTexts, locale: Locale): string {
  const { characters, name, first, second } = relation;
  return `(${readingsOf(characters, locale)}) ${name} · ${pillars[first]}–${pillars[second]}`;
}

const pillarsText = ({ pillars }: Person, texts: FactsTexts): string =>
  PLACES.flatMap((place) => (pillars[place] ? [`${texts.pillars[place]} ${pillars[place]}`] : [])).join(', ');

const center = (place: (typeof PLACES)[number]): number => MARGIN + COLUMN * (PLACES.indexOf(place) + 0.5);

interface ChartProps {
  readonly person: Person;
  readonly y: number;
  readonly titleY: number;
  readonly texts: FactsTexts;
  readonly locale: Locale;
}

const Chart = ({ person: { pillars }, y, titleY, texts, locale }: ChartProps) => (
  <>
    {PLACES.map((place) => {
      const characters = pillars[place];
      return (
        <g transform={`translate(${center(place)} 0)`} data-place={place}>
          <text class="title" y={titleY}>
            {texts.pillars[place]}
          </text>
          {characters ? (
            <>
              <Tile
                character={characters[0] ?? ''}
                size={TILE}
                y={y}
                reading={readingOf(characters[0] ?? '', locale)}
              />
              <Tile
                character={characters[1] ?? ''}
                size={TILE}
                y={y + TILE + 4}
                reading={readingOf(characters[1] ?? '', locale)}
              />
            </>
          ) : (
            <rect class="unknown" x={-TILE / 2} y={y} width={TILE} height={PILLAR} rx={7} />
          )}
        </g>
      );
    })}
  </>
);

interface Curve {
  readonly relation: PairRelation;
  readonly from: number;
  readonly to: number;
  /** Centre of the number on the curve. */
  readonly number: { readonly x: number; readonly y: number };
}

const [TOP, BOTTOM] = [FIRST + PILLAR + 3, SECOND - 3];
const MIDDLE = (TOP + BOTTOM) / 2;
/** Shares of a curve's length at which its number may stand. */
const SHARES = [0.5, 0.4, 0.6, 0.3, 0.7];

/** The curves of the relations, each number as far from the others as possible. */
function curvesOf(relations: readonly PairRelation[]): readonly Curve[] {
  const curves: Curve[] = [];
  for (const relation of relations) {
    const from = center(relation.first) + shiftOf(relation, relations, 'first');
    const to = center(relation.second) + shiftOf(relation, relations, 'second');
    const places = SHARES.map((share) => ({
      x: along(from, from, to, to, share),
      y: along(TOP, MIDDLE, MIDDLE, BOTTOM, share),
    }));
    const distance = (place: Curve['number']) =>
      Math.min(Infinity, ...curves.map(({ number }) => Math.hypot(number.x - place.x, number.y - place.y)));
    const [best = { x: 0, y: 0 }] = places.toSorted((one, other) => distance(other) - distance(one));
    curves.push({ relation, from, to, number: best });
  }
  return curves;
}

/** Distance of a curve's end from the centre of its pillar, so that curves at one pillar do not begin at one point. */
function shiftOf(relation: PairRelation, relations: readonly PairRelation[], end: 'first' | 'second'): number {
  const other = end === 'first' ? 'second' : 'first';
  const here = relations
    .filter((one) => one[end] === relation[end])
    .toSorted((one, next) => PLACES.indexOf(one[other]) - PLACES.indexOf(next[other]));
  return (here.indexOf(relation) - (here.length - 1) / 2) * 10;
}

/** A curve from the first chart to the second, with its number in the list. */
const Line = ({ curve: { relation, from, to, number }, at }: { readonly curve: Curve; readonly at: number }) => (
  <g class={`relation ${relation.isHarmony ? 'joins' : 'opposes'}`}>
    <path class="curve" d={`M${from} ${TOP}C${from} ${MIDDLE} ${to} ${MIDDLE} ${to} ${BOTTOM}`} />
    <circle cx={from} cy={TOP} r={3} />
    <circle cx={to} cy={BOTTOM} r={3} />
    <circle class="number" cx={number.x} cy={number.y} r={9} />
    <text x={number.x} y={number.y + 0.5}>
      {at + 1}
    </text>
  </g>
);

/** Point of a cubic Bézier curve. */
const along = (a: number, b: number, c: number, d: number, share: number): number => {
  const rest = 1 - share;
  return rest ** 3 * a + 3 * rest ** 2 * share * b + 3 * rest * share ** 2 * c + share ** 3 * d;
};
