import type { Locale } from '../../server/catalogue.js';
import type { FactsTexts } from '../../texts/facts-texts.js';
import type { Passing, PillarColumn, Relation, Saju } from './read-saju.js';
import { Tile } from './tile.js';

interface PictureProps {
  readonly saju: Saju;
  readonly texts: FactsTexts;
  readonly locale: Locale;
}

const COLUMN = 96;
const MARGIN = 8;
/** Width of the names of the rows on the left. */
const NAMES = 62;
const TILE = 62;
const LINE = 17;
const SMALL_TILE = 33;
const STRIP_LENGTH = 10;

/** Vertical offsets from the top of the pillars, in units of the drawing. */
const ROWS = { title: 12, stemGod: 31, stem: 39, branch: 39 + TILE + 5, branchGod: 183, hidden: 192, lifeStage: 230 };
const PILLARS_HEIGHT = 238;
const STRIP_HEIGHT = 118;

/**
 * Draws pillars in the colours of their elements, relations as brackets, and decades and years with the current one
 * marked.
 */
export function PillarsPicture({ saju, texts, locale }: PictureProps) {
  const { columns, relations, luck, years } = saju;
  const drawn = relations.filter(({ places }) => placesDrawn(places, columns).length > 1);
  const above = drawn.filter(({ isOfStems }) => isOfStems);
  const below = drawn.filter(({ isOfStems }) => !isOfStems);
  const top = above.length * LINE + MARGIN;
  const belowTop = top + PILLARS_HEIGHT;
  const stripsTop = belowTop + below.length * LINE + MARGIN * 2;
  const strips = [
    { title: texts.luck, passing: luck },
    { title: texts.years, passing: years },
  ].filter(({ passing }) => passing.length > 0);
  const width = NAMES + Math.max(columns.length, 4) * COLUMN + MARGIN * 2;
  const height = stripsTop + strips.length * STRIP_HEIGHT;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      class="pillars-picture"
      role="img"
      aria-label={label(saju, texts)}
      data-picture
    >
      {above.map((relation, at) => (
        <Bracket {...{ relation, columns }} y={MARGIN + at * LINE + LINE / 2} />
      ))}
      {columns.map((column, at) => (
        <Pillar {...{ column, texts, locale }} x={center(at)} y={top} />
      ))}
      {columns.length > 0 && <RowNames {...{ texts }} y={top} />}
      {below.map((relation, at) => (
        <Bracket {...{ relation, columns }} y={belowTop + at * LINE + LINE / 2} />
      ))}
      {strips.map(({ title, passing }, at) => (
        <Strip {...{ title, passing, texts, width }} y={stripsTop + at * STRIP_HEIGHT} />
      ))}
    </svg>
  );
}

const center = (at: number): number => MARGIN + NAMES + COLUMN * (at + 0.5);

const placesDrawn = (places: readonly string[], columns: readonly PillarColumn[]): readonly number[] =>
  places.map((place) => columns.findIndex((column) => column.place === place)).filter((at) => at >= 0);

/** Names of the rows, to the left of the pillars. */
const RowNames = ({ texts, y }: { readonly texts: FactsTexts; readonly y: number }) => (
  <g class="row-names" transform={`translate(${MARGIN} ${y})`}>
    {[
      [texts.tenGods, ROWS.stemGod],
      [texts.stem, ROWS.stem + TILE / 2],
      [texts.branch, ROWS.branch + TILE / 2],
      [texts.tenGods, ROWS.branchGod],
      [texts.hiddenStems, ROWS.hidden + 10],
      [texts.lifeStages, ROWS.lifeStage],
    ].map(([name, at]) => (
      <text y={at}>{name}</text>
    ))}
  </g>
);

interface PillarProps {
  readonly column: PillarColumn;
  readonly texts: FactsTexts;
  readonly locale: Locale;
  readonly x: number;
  readonly y: number;
}

function Pillar({ column, texts, locale, x, y }: PillarProps) {
  const { place, stem, branch, stemGod, branchGod, hidden, lifeStage, isVoid } = column;
  const hiddenStems = hidden.split('');
  return (
    <g data-pillar={place} transform={`translate(${x} ${y})`}>
      <text class="title" y={ROWS.title}>
        {texts.pillars[place]}
      </text>
      <text class="note" y={ROWS.stemGod}>
        {place === 'day' ? texts.self : stemGod}
      </text>
      <Tile character={stem} size={TILE} y={ROWS.stem} hasReading={locale === 'ko'} />
      <Tile character={branch} size={TILE} y={ROWS.branch} hasReading={locale === 'ko'} isVoid={isVoid} />
      <text class="note" y={ROWS.branchGod}>
        {branchGod}
      </text>
      {hiddenStems.map((character, at) => (
        <g transform={`translate(${(at - (hiddenStems.length - 1) / 2) * 23} 0)`}>
          <Tile character={character} size={20} y={ROWS.hidden} />
        </g>
      ))}
      <text class="note" y={ROWS.lifeStage}>
        {[lifeStage, isVoid && texts.void].filter(Boolean).join(' · ')}
      </text>
    </g>
  );
}

const COMBINATIONS = /combination/i;

/** Draws a line across the pillars that a relation connects. */
function Bracket({
  relation,
  columns,
  y,
}: {
  readonly relation: Relation;
  readonly columns: readonly PillarColumn[];
  readonly y: number;
}) {
  const xs = placesDrawn(relation.places, columns)
    .map(center)
    .sort((a, b) => a - b);
  const [from = 0, to = 0] = [xs[0], xs.at(-1)];
  const words = `${relation.characters} ${relation.name}`;
  const half = words.length * 4 + 5;
  const middle = (from + to) / 2;
  return (
    <g class={`relation ${COMBINATIONS.test(relation.id) ? 'joins' : 'opposes'}`} data-relation={relation.id}>
      <line x1={from} x2={to} y1={y} y2={y} />
      {xs.map((x) => (
        <circle cx={x} cy={y} r={3} />
      ))}
      <rect class="backing" x={middle - half} y={y - 8} width={half * 2} height={16} rx={8} />
      <text x={middle} y={y}>
        {words}
      </text>
    </g>
  );
}

interface StripProps {
  readonly title: string;
  readonly passing: readonly Passing[];
  readonly texts: FactsTexts;
  /** Width of the drawing. */
  readonly width: number;
  readonly y: number;
}

function Strip({ title, passing, texts, width, y }: StripProps) {
  const step = (width - MARGIN * 2) / STRIP_LENGTH;
  return (
    <g transform={`translate(${MARGIN} ${y})`} class="strip">
      <text class="strip-title" x={0} y={10}>
        {title}
      </text>
      {passing.map(({ pillar, label: when, isNow }, at) => (
        <g class={isNow ? 'now' : ''} data-now={isNow || undefined} transform={`translate(${step * (at + 0.5)} 20)`}>
          {isNow && <rect class="frame" x={-21} y={1} width={42} height={89} rx={7} />}
          <text class="note" y={9}>
            {when}
          </text>
          <Tile character={pillar[0] ?? ''} size={SMALL_TILE} y={18} />
          <Tile character={pillar[1] ?? ''} size={SMALL_TILE} y={20 + SMALL_TILE} />
          {isNow && <title>{texts.now}</title>}
        </g>
      ))}
    </g>
  );
}

function label({ columns, relations, luck, years }: Saju, texts: FactsTexts): string {
  const pillars = columns.map(({ place, name, stem, branch }) => `${texts.pillars[place]} ${name || stem + branch}`);
  const named = relations.map(({ characters, name }) => `${characters} ${name}`);
  const now = [...luck, ...years].filter(({ isNow }) => isNow).map(({ pillar, label: when }) => `${when} ${pillar}`);
  return [
    `${texts.saju}: ${pillars.join(', ')}`,
    named.length > 0 && `${texts.relations}: ${named.join(', ')}`,
    now.length > 0 && `${texts.now}: ${now.join(', ')}`,
  ]
    .filter(Boolean)
    .join('. ');
}
