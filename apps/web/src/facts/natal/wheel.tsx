import type { FactsTexts } from '../../texts/facts-texts.js';
import { GLYPHS } from './glyphs.js';
import { ANGLES, type Chart, type Placement, SIGNS, degreeText } from './placements.js';
import {
  ASPECT_RING,
  BODY_RING,
  DEGREE_RING,
  type Point,
  RIM,
  ZODIAC,
  middle,
  pointAt,
  sector,
  spreadApart,
} from './wheel-geometry.js';

const ELEMENTS = ['fire', 'earth', 'air', 'water'] as const;
const GLYPH_SIZE = 22;
/** Minimum distance between the glyphs of neighbouring bodies, in degrees. */
const MIN_GAP = 11.5;

interface WheelProps {
  readonly chart: Chart;
  readonly texts: FactsTexts;
  readonly describe: (placement: Placement) => string;
  readonly picked: string | undefined;
  readonly onPick: (point: string) => void;
}

interface Placed {
  readonly placement: Placement;
  readonly longitude: number;
  readonly shown: number;
}

/** Draws signs, houses, bodies and aspects. Each body can be hovered, focused and pressed. */
export function Wheel({ chart: { placements, cusps, aspects }, texts, describe, picked, onPick }: WheelProps) {
  const longitudeOf = (point: string) => placements.find((one) => one.point === point)?.longitude;
  const ascendant = longitudeOf('ascendant') ?? cusps[0] ?? 0;
  const at = (longitude: number, radius: number) => pointAt(longitude, radius, ascendant);
  const known = placements.filter(({ point, longitude }) => longitude !== undefined && !ANGLES.includes(point));
  const shown = spreadApart(
    known.map(({ longitude = 0 }) => longitude),
    MIN_GAP,
    ANGLES.flatMap((point) => {
      const angle = longitudeOf(point);
      return angle === undefined ? [] : [angle, angle + 180];
    }),
  );
  const bodies = known.map((placement, index): Placed => ({
    placement,
    longitude: placement.longitude ?? 0,
    shown: shown[index] ?? 0,
  }));
  return (
    <svg viewBox="-216 -212 432 424" class="wheel" role="group" aria-label={texts.astrology} data-picture>
      <g aria-hidden="true">
        <Zodiac {...{ ascendant }} />
        <Houses {...{ cusps, at }} />
        {ANGLES.map((point) => {
          const longitude = longitudeOf(point);
          return longitude === undefined ? null : <Axis {...{ point, longitude, at }} />;
        })}
        {aspects.map(({ from, to, aspect }) => {
          const [a, b] = [longitudeOf(from), longitudeOf(to)];
          if (a === undefined || b === undefined) return null;
          const isPicked = picked === from || picked === to;
          return (
            <line
              class={`aspect ${aspect} ${isPicked ? 'picked' : ''}`}
              data-aspect={`${from} ${aspect} ${to}`}
              {...ends(at(a, ASPECT_RING), at(b, ASPECT_RING))}
            />
          );
        })}
      </g>
      {bodies.map((body) => (
        <Body
          key={body.placement.point}
          {...{ body, at, describe, onPick }}
          isPicked={picked === body.placement.point}
        />
      ))}
    </svg>
  );
}

type At = (longitude: number, radius: number) => Point;

const ends = (from: Point, to: Point) => ({ x1: from.x, y1: from.y, x2: to.x, y2: to.y });

function Zodiac({ ascendant }: { readonly ascendant: number }) {
  return (
    <>
      {SIGNS.map((sign, index) => {
        const { x, y } = pointAt(index * 30 + 15, (RIM + ZODIAC) / 2, ascendant);
        return (
          <g class={`sign ${ELEMENTS[index % 4]}`}>
            <path d={sector(index * 30, index * 30 + 30, RIM, ZODIAC, ascendant)} />
            <Glyph name={sign} x={x} y={y} />
          </g>
        );
      })}
      {Array.from({ length: 72 }, (_, tick) => {
        const inner = tick % 2 === 0 ? ZODIAC - 5 : ZODIAC - 3;
        return (
          <line class="tick" {...ends(pointAt(tick * 5, ZODIAC, ascendant), pointAt(tick * 5, inner, ascendant))} />
        );
      })}
      <circle class="ring" r={ZODIAC} />
      <circle class="ring" r={ASPECT_RING} />
    </>
  );
}

function Houses({ cusps, at }: { readonly cusps: readonly number[]; readonly at: At }) {
  if (cusps.length !== 12) return null;
  return (
    <>
      {cusps.map((cusp, index) => {
        const number = at(middle(cusp, cusps[(index + 1) % 12] ?? cusp), ASPECT_RING + 10);
        return (
          <>
            <line class="cusp" {...ends(at(cusp, ASPECT_RING), at(cusp, ZODIAC))} />
            <text class="house" {...number}>
              {index + 1}
            </text>
          </>
        );
      })}
    </>
  );
}

interface AxisProps {
  readonly point: string;
  readonly longitude: number;
  readonly at: At;
}

function Axis({ point, longitude, at }: AxisProps) {
  return (
    <>
      <line class="axis" {...ends(at(longitude, ASPECT_RING), at(longitude, RIM + 3))} />
      <line class="axis" {...ends(at(longitude + 180, ASPECT_RING), at(longitude + 180, ZODIAC))} />
      <text class="axis-name" {...at(longitude + 3.5, RIM + 8)}>
        {point === 'ascendant' ? 'AC' : 'MC'}
      </text>
    </>
  );
}

interface BodyProps {
  readonly body: Placed;
  readonly at: At;
  readonly describe: (placement: Placement) => string;
  readonly isPicked: boolean;
  readonly onPick: (point: string) => void;
}

function Body({ body: { placement, longitude, shown }, at, describe, isPicked, onPick }: BodyProps) {
  const { point, degree = 0, isRetrograde } = placement;
  const glyph = at(shown, BODY_RING);
  const pick = () => onPick(point);
  return (
    <g
      class={`body ${isPicked ? 'picked' : ''}`}
      role="button"
      tabIndex={0}
      aria-label={describe(placement)}
      aria-pressed={isPicked}
      data-body={point}
      onClick={pick}
      onFocus={pick}
      onPointerEnter={pick}
      onKeyDown={(event) => (event.key === 'Enter' || event.key === ' ') && (event.preventDefault(), pick())}
    >
      <line class="pointer" {...ends(at(longitude, ZODIAC), at(shown, BODY_RING + 9))} />
      <circle class="place" cx={at(longitude, ZODIAC).x} cy={at(longitude, ZODIAC).y} r={2.4} />
      <circle class="disc" cx={glyph.x} cy={glyph.y} r={12} />
      <Glyph name={point} {...glyph} />
      <text class="degree" {...at(shown, DEGREE_RING)}>
        {`${degreeText(degree).replace(/°.*/, '°')}${isRetrograde ? '℞' : ''}`}
      </text>
    </g>
  );
}

function Glyph({ name, x, y }: { readonly name: string } & Point) {
  const half = (GLYPH_SIZE * 0.85) / 2;
  return <path class="glyph" d={GLYPHS[name] ?? ''} transform={`translate(${x - half} ${y - half}) scale(.85)`} />;
}
