import type { Locale } from '../../server/catalogue.js';
import type { FactsTexts } from '../../texts/facts-texts.js';
import { readingOf } from '../saju/characters.js';
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
    ...relations.map(({ characters, name }) => `${characters} ${readingsOf(characters, locale)} ${name}`),
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
      {drawn.map((relation, at) => (
        <Line key={at} {...{ relation, at, relations: drawn }} />
      ))}
    </svg>
  );
}

/** Korean readings of the characters of a relation. */
export const readingsOf = (characters: string, locale: Locale): string =>
  `(${characters
    .split('')
    .map((character) => readingOf(character, locale))
    .join(locale === 'ko' ? '' : '–')})`;

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

interface LineProps {
  readonly relation: PairRelation;
  readonly at: number;
  readonly relations: readonly PairRelation[];
}

/** A curve from the first chart to the second, with its number in the list; equal curves are drawn beside each other. */
function Line({ relation: { first, second, isHarmony }, at, relations }: LineProps) {
  const same = relations.slice(0, at).filter((other) => other.first === first && other.second === second).length;
  const shift = ((same % 3) - (same > 0 ? 1.5 : 0)) * 9;
  const [from, to] = [center(first) + shift, center(second) + shift];
  const [top, bottom] = [FIRST + PILLAR + 3, SECOND - 3];
  const middle = (top + bottom) / 2;
  // Numbers at different heights, so that they do not cover each other where lines cross.
  const share = 0.25 + ((at * 0.381966) % 0.5);
  const numberX = along(from, from, to, to, share);
  const numberY = along(top, middle, middle, bottom, share);
  return (
    <g class={`relation ${isHarmony ? 'joins' : 'opposes'}`}>
      <path class="curve" d={`M${from} ${top}C${from} ${middle} ${to} ${middle} ${to} ${bottom}`} />
      <circle cx={from} cy={top} r={3} />
      <circle cx={to} cy={bottom} r={3} />
      <circle class="number" cx={numberX} cy={numberY} r={9} />
      <text x={numberX} y={numberY + 0.5}>
        {at + 1}
      </text>
    </g>
  );
}

/** Point of a cubic Bézier curve. */
const along = (a: number, b: number, c: number, d: number, share: number): number => {
  const rest = 1 - share;
  return rest ** 3 * a + 3 * rest ** 2 * share * b + 3 * rest * share ** 2 * c + share ** 3 * d;
};
