import type { Locale } from '../../server/catalogue.js';
import type { FactsTexts } from '../../texts/facts-texts.js';
import { readingOf, readingsOf } from './characters.js';
import type { Passing, PillarColumn, Relation, Saju } from './read-saju.js';
import { Tile } from './tile.js';

interface PictureProps {
  readonly saju: Saju;
  readonly texts: FactsTexts;
  readonly locale: Locale;
}

const COLUMN = 84;
const MARGIN = 6;
/** Width of the names of the rows on the left. */
const NAMES = 54;
const TILE = 62;
const LINE = 18;
const NOTE_LINE = 13;
const SMALL_TILE = 33;
const STRIP_LENGTH = 10;
/** Maximum number of letters of a note in one line. */
const MAX_NOTE = 11;

/** Vertical offsets from the top of the pillars, in units of the drawing; English ten gods take two lines. */
function rowsOf(noteLines: number) {
  const note = noteLines * NOTE_LINE;
  const stem = 29 + note;
  const branch = stem + TILE + 5;
  const branchGod = branch + TILE + 11;
  const hidden = branchGod + note - 3;
  const lifeStage = hidden + 38;
  return { title: 10, stemGod: 31, stem, branch, branchGod, hidden, lifeStage, bottom: lifeStage + 12 };
}
type Rows = ReturnType<typeof rowsOf>;
const STRIP_HEIGHT = 134;

/** A note in one line, or in two if it is long. */
function linesOf(note: string): readonly string[] {
  const at = note.lastIndexOf(' ');
  return note.length > MAX_NOTE && at > 0 ? [note.slice(0, at), note.slice(at + 1)] : [note];
}

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
  const rows = rowsOf(
    Math.max(
      ...columns.flatMap((one) => [linesOf(one.stemGod), linesOf(one.branchGod)]).map(({ length }) => length),
      1,
    ),
  );
  const belowTop = top + rows.bottom;
  const stripsTop = belowTop + below.length * LINE + MARGIN * 3;
  const strips = [
    { title: texts.luck, passing: luck },
    { title: texts.years, passing: years },
  ].filter(({ passing }) => passing.length > 0);
  const width = NAMES + Math.max(columns.length, 4) * COLUMN + MARGIN * 2;
  // English readings of the strips take a second line.
  const stripHeight = STRIP_HEIGHT + (locale === 'en' ? NOTE_LINE : 0);
  const height = stripsTop + strips.length * stripHeight;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      class="pillars-picture"
      role="img"
      aria-label={label(saju, texts)}
      data-picture
    >
      {above.map((relation, at) => (
        <Bracket {...{ relation, columns, locale }} y={MARGIN + at * LINE + LINE / 2} />
      ))}
      {columns.map((column, at) => (
        <Pillar {...{ column, texts, locale, rows }} x={center(at)} y={top} />
      ))}
      {columns.length > 0 && <RowNames {...{ texts, rows }} y={top} />}
      {below.map((relation, at) => (
        <Bracket {...{ relation, columns, locale }} y={belowTop + at * LINE + LINE / 2} />
      ))}
      {strips.map(({ title, passing }, at) => (
        <Strip {...{ title, passing, texts, locale, width }} y={stripsTop + at * stripHeight} />
      ))}
    </svg>
  );
}

const center = (at: number): number => MARGIN + NAMES + COLUMN * (at + 0.5);

const placesDrawn = (places: readonly string[], columns: readonly PillarColumn[]): readonly number[] =>
  places.map((place) => columns.findIndex((column) => column.place === place)).filter((at) => at >= 0);

/** Names of the rows, to the left of the pillars. */
const RowNames = ({ texts, rows, y }: { readonly texts: FactsTexts; readonly rows: Rows; readonly y: number }) => (
  <g class="row-names" transform={`translate(${MARGIN} ${y})`}>
    {[
      [texts.tenGods, rows.stemGod],
      [texts.stem, rows.stem + TILE / 2],
      [texts.branch, rows.branch + TILE / 2],
      [texts.tenGods, rows.branchGod],
      [texts.rows.hiddenStems, rows.hidden + 10],
      [texts.rows.lifeStages, rows.lifeStage],
    ].flatMap(([name, at]) =>
      linesOf(String(name)).map((line, index) => <text y={Number(at) + index * NOTE_LINE}>{line}</text>),
    )}
  </g>
);

interface PillarProps {
  readonly column: PillarColumn;
  readonly texts: FactsTexts;
  readonly locale: Locale;
  readonly rows: Rows;
  readonly x: number;
  readonly y: number;
}

function Pillar({ column, texts, locale, rows, x, y }: PillarProps) {
  const { place, stem, branch, stemGod, branchGod, hidden, lifeStage, isVoid } = column;
  const hiddenStems = hidden.split('');
  return (
    <g data-pillar={place} transform={`translate(${x} ${y})`}>
      <text class="title" y={rows.title}>
        {texts.pillars[place]}
      </text>
      <Note words={place === 'day' ? texts.self : stemGod} y={rows.stemGod} />
      <Tile character={stem} size={TILE} y={rows.stem} reading={readingOf(stem, locale)} />
      <Tile character={branch} size={TILE} y={rows.branch} reading={readingOf(branch, locale)} isVoid={isVoid} />
      <Note words={branchGod} y={rows.branchGod} />
      {hiddenStems.map((character, at) => (
        <g transform={`translate(${(at - (hiddenStems.length - 1) / 2) * 24} 0)`}>
          <Tile character={character} size={21} y={rows.hidden} />
        </g>
      ))}
      <Note words={[lifeStage, isVoid && texts.void].filter(Boolean).join(' · ')} y={rows.lifeStage} />
    </g>
  );
}

const Note = ({ words, y }: { readonly words: string; readonly y: number }) => (
  <>
    {linesOf(words).map((line, at) => (
      <text class="note" y={y + at * NOTE_LINE}>
        {line}
      </text>
    ))}
  </>
);

const COMBINATIONS = /combination/i;

/** Draws a line across the pillars that a relation connects. */
function Bracket({
  relation,
  columns,
  locale,
  y,
}: {
  readonly relation: Relation;
  readonly columns: readonly PillarColumn[];
  readonly locale: Locale;
  readonly y: number;
}) {
  const xs = placesDrawn(relation.places, columns)
    .map(center)
    .sort((a, b) => a - b);
  const [from = 0, to = 0] = [xs[0], xs.at(-1)];
  // Romanised readings have no space between two pillars.
  const reading = locale === 'ko' ? `(${readingsOf(relation.characters, locale)})` : '';
  const words = `${relation.characters}${reading} ${relation.name}`;
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
  readonly locale: Locale;
  /** Width of the drawing. */
  readonly width: number;
  readonly y: number;
}

function Strip({ title, passing, texts, locale, width, y }: StripProps) {
  const step = (width - MARGIN * 2) / STRIP_LENGTH;
  const readings = (pillar: string): readonly string[] => {
    const each = pillar.split('').map((character) => readingOf(character, locale));
    return locale === 'ko' ? [each.join('')] : each;
  };
  return (
    <g transform={`translate(${MARGIN} ${y})`} class="strip">
      <text class="strip-title" x={0} y={10}>
        {title}
      </text>
      {passing.map(({ pillar, label: when, isNow }, at) => (
        <g class={isNow ? 'now' : ''} data-now={isNow || undefined} transform={`translate(${step * (at + 0.5)} 20)`}>
          {isNow && <rect class="frame" x={-step / 2} y={1} width={step} height={locale === 'ko' ? 104 : 116} rx={7} />}
          <text class="note" y={10}>
            {when}
          </text>
          <Tile character={pillar[0] ?? ''} size={SMALL_TILE} y={19} />
          <Tile character={pillar[1] ?? ''} size={SMALL_TILE} y={21 + SMALL_TILE} />
          {readings(pillar).map((reading, line) => (
            <text class="passing-reading" y={30 + SMALL_TILE * 2 - 2 + line * NOTE_LINE * 0.85}>
              {reading}
            </text>
          ))}
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
