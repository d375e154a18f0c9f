import type { ComponentChild } from 'preact';
import { GLYPHS } from '../facts/natal/glyphs.js';
import { SIGNS } from '../facts/natal/placements.js';
import { CardFace } from '../facts/tarot/card-face.js';
import { MOTIFS, type Motif } from '../facts/tarot/motifs.js';
import type { Bilingual, Locale } from '../server/catalogue.js';

interface EmblemProps {
  readonly kind: string;
  readonly locale: Locale;
}

/** The picture of a kind, 320 by 240 units centred at the origin. Decorative: the name of the kind is beside it. */
export function Emblem({ kind, locale }: EmblemProps) {
  return (
    <svg class="emblem" viewBox="-160 -120 320 240" aria-hidden="true">
      <Stars />
      {(DRAWINGS[kind] ?? drawDream)(locale)}
    </svg>
  );
}

const STARS = 26;

/** Multiples of irrational numbers are spread evenly without a visible pattern. */
const Stars = () => (
  <g class="emblem-stars">
    {Array.from({ length: STARS }, (_, at) => (
      <circle cx={((at * 0.618034) % 1) * 320 - 160} cy={((at * 0.754878) % 1) * 240 - 120} r={0.7 + (at % 3) * 0.5} />
    ))}
  </g>
);

interface DrawnMotif {
  readonly motif: Motif;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly className?: string;
}

const Drawn = ({ motif, x, y, scale, className = 'line' }: DrawnMotif) => (
  <path
    class={className}
    d={MOTIFS[motif]}
    transform={`translate(${x} ${y}) scale(${scale}) translate(-20 -20)`}
    stroke-width={1.8 / scale}
  />
);

/** Points on a circle, starting at the top, clockwise. */
const around = (count: number, radius: number): readonly { readonly x: number; readonly y: number }[] =>
  Array.from({ length: count }, (_, at) => {
    const angle = (2 * Math.PI * at) / count;
    return { x: Math.round(radius * Math.sin(angle)), y: Math.round(-radius * Math.cos(angle)) };
  });

const drawDream = (): ComponentChild => (
  <>
    <circle class="halo" r={84} />
    <path class="gold" d="M26 -66A70 70 0 1 0 66 30A56 56 0 0 1 26 -66Z" />
    <Drawn motif="cloud" x={-70} y={52} scale={2.2} className="cloud" />
    <Drawn motif="cloud" x={74} y={66} scale={1.6} className="cloud" />
    <Drawn motif="spark" x={78} y={-44} scale={1.1} className="gold" />
    <Drawn motif="spark" x={110} y={-8} scale={0.6} className="gold" />
    <Drawn motif="spark" x={-108} y={-52} scale={0.8} className="gold" />
  </>
);

const CARDS: readonly (readonly [string, Bilingual])[] = [
  ['tarot:the-moon', { ko: '달', en: 'The Moon' }],
  ['tarot:the-sun', { ko: '태양', en: 'The Sun' }],
  ['tarot:the-star', { ko: '별', en: 'The Star' }],
];

const drawTarot = (locale: Locale): ComponentChild => (
  <>
    <circle class="halo" r={92} />
    {[0, 2, 1].map((at) => {
      const [id, name] = CARDS[at] ?? ['', { ko: '', en: '' }];
      const side = at - 1;
      return (
        <g transform={`translate(${side * 68} ${side === 0 ? -4 : 10}) rotate(${side * 13})`}>
          <CardFace id={id} name={name[locale]} />
        </g>
      );
    })}
  </>
);

/** The trigrams in King Wen's order around a circle, as their lines from the inside out; 1 is a whole line. */
const TRIGRAMS = ['101', '000', '110', '111', '010', '001', '100', '011'];

const drawIching = (): ComponentChild => (
  <>
    <circle class="halo" r={96} />
    {TRIGRAMS.map((lines, at) => (
      <g transform={`rotate(${at * 45})`}>
        {lines.split('').map((line, row) => {
          const y = -62 - row * 11;
          return line === '1' ? (
            <path class="thick" d={`M-20 ${y}H20`} />
          ) : (
            <path class="thick" d={`M-20 ${y}H-4M4 ${y}H20`} />
          );
        })}
      </g>
    ))}
    <circle class="yin" r={42} />
    <path class="yang" d="M0-42A42 42 0 0 1 0 42A21 21 0 0 1 0 0A21 21 0 0 0 0-42Z" />
    <circle class="yang" cx={0} cy={-21} r={6} />
    <circle class="yin" cx={0} cy={21} r={6} />
  </>
);

const ELEMENTS = [
  ['wood', '木'],
  ['fire', '火'],
  ['earth', '土'],
  ['metal', '金'],
  ['water', '水'],
] as const;

const Zodiac = () => (
  <>
    <circle class="line" r={112} />
    <circle class="line" r={82} />
    {SIGNS.map((sign, at) => {
      const angle = ((at * 30 + 15) * Math.PI) / 180;
      const [x, y] = [-97 * Math.cos(angle), 97 * Math.sin(angle)];
      return (
        <>
          <path class="line thin" d="M-82 0H-112" transform={`rotate(${-at * 30})`} />
          <path
            class="line"
            d={GLYPHS[sign] ?? ''}
            transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(.95) translate(-10 -10)`}
          />
        </>
      );
    })}
  </>
);

const drawDestiny = (): ComponentChild => (
  <>
    <circle class="halo" r={116} />
    <Zodiac />
    <path class="line thin" d={`M${[0, 2, 4, 1, 3, 0].map((at) => point(around(5, 50)[at])).join('L')}`} />
    {around(5, 50).map(({ x, y }, at) => {
      const [name, character] = ELEMENTS[at] ?? ['', ''];
      return (
        <g class={`tile el-${name}`} transform={`translate(${x} ${y})`}>
          <circle class="element" r={17} />
          <text class="hanja" font-size={18} y={1}>
            {character}
          </text>
        </g>
      );
    })}
  </>
);

const point = (at: { readonly x: number; readonly y: number } | undefined): string => `${at?.x ?? 0} ${at?.y ?? 0}`;

const drawCompatibility = (): ComponentChild => (
  <>
    {[-1, 1].map((side) => (
      <g transform={`translate(${side * 46} 0)`}>
        <circle class="halo" r={78} />
        <circle class={side < 0 ? 'line' : 'line goldline'} r={78} />
        <circle class={side < 0 ? 'line thin' : 'line thin goldline'} r={70} />
        {around(24, 74).map(({ x, y }) => (
          <circle class={side < 0 ? 'dotline' : 'gold'} cx={x} cy={y} r={1.3} />
        ))}
      </g>
    ))}
    <Drawn motif="moon" x={-78} y={0} scale={1.3} />
    <Drawn motif="sun" x={80} y={0} scale={1.3} className="gold line goldline" />
    <Drawn motif="heart" x={0} y={0} scale={0.95} className="rose" />
  </>
);

/** Phases of the Moon: cosine of the phase angle, and the lit side (1 is right). */
const PHASES = [
  [0.55, 1],
  [0.01, 1],
  [-1, 1],
  [0.01, -1],
  [0.55, -1],
] as const;

const drawDaily = (): ComponentChild => (
  <>
    <circle class="halo" cy={44} r={104} />
    <path class="gold" d="M-52 44A52 52 0 0 1 52 44Z" />
    {Array.from({ length: 13 }, (_, at) => (
      <path
        class="goldline line"
        d={at % 2 === 0 ? 'M-64 0H-88' : 'M-64 0H-76'}
        transform={`translate(0 44) rotate(${at * 15})`}
      />
    ))}
    <path class="thick" d="M-150 44H150" />
    <path class="line" d="M-120 60H-30M10 60H120M-80 74H20M50 74H90" />
    {PHASES.map(([cosine, side], at) => (
      <g transform={`translate(${(at - 2) * 34} -92) scale(${side} 1)`}>
        <circle class="line" r={9} />
        <path class="dotline" d={`M0-9A9 9 0 0 1 0 9A${Math.abs(cosine) * 9} 9 0 0 ${cosine > 0 ? 0 : 1} 0-9Z`} />
      </g>
    ))}
  </>
);

const DRAWINGS: Readonly<Record<string, (locale: Locale) => ComponentChild>> = {
  dream: drawDream,
  tarot: drawTarot,
  iching: drawIching,
  destiny: drawDestiny,
  compatibility: drawCompatibility,
  daily: drawDaily,
};
