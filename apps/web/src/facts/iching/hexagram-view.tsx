import type { Locale } from '../../server/catalogue.js';
import type { Facts } from '../../server/reading-events.js';
import { TermList } from '../../glossary/glossary.js';
import { FACTS_TEXTS, type FactsTexts } from '../../texts/facts-texts.js';
import { numbers, record, text } from '../shapes.js';
import { Coins } from './coins.js';

interface HexagramProps {
  readonly facts: Facts;
  readonly locale: Locale;
}

const LINE_STEP = 26;
const BAR = 12;
const WIDTH = 120;
const HALF = 50;
const HEIGHT = 6 * LINE_STEP;
const COINS_WIDTH = 70;
const ARROW_WIDTH = 50;
/** Height of the name and the trigrams below a hexagram. */
const NAME_HEIGHT = 44;
/** Delay between the animated lines, from the bottom up. */
const LINE_DELAY_MS = 280;

/** Draws the cast from the bottom line up, and the resulting hexagram. */
export function HexagramView({ facts, locale }: HexagramProps) {
  const texts = FACTS_TEXTS[locale];
  const lines = numbers(facts['lines']).slice(0, 6);
  const changing = numbers(facts['changing']);
  const [primary, resulting] = [record(facts['primary']), record(facts['resulting'])];
  const hasResult = text(resulting['name']) !== '';
  const hasCoins = facts['method'] === 'coins';
  const left = hasCoins ? COINS_WIDTH : 0;
  const width = left + WIDTH + (hasResult ? ARROW_WIDTH + WIDTH : 0);
  const after = lines.map((line) => (line === 6 ? 7 : line === 9 ? 8 : line));
  const title = (hexagram: Facts) => `${Number(hexagram['number'])}. ${text(hexagram['name'])}`;
  const spoken = [
    `${texts.hexagram} ${title(primary)}`,
    ...lines.map((value, at) => texts.line(at + 1, value)),
    ...(hasResult ? [`${texts.becomes} ${title(resulting)}`] : []),
  ].join('. ');
  return (
    <figure class="hexagrams">
      <figcaption>{texts.cast}</figcaption>
      <svg
        viewBox={`-16 -8 ${width + 32 + (hasResult ? 0 : left)} ${HEIGHT + NAME_HEIGHT + 16}`}
        role="img"
        aria-label={spoken}
        data-picture
      >
        {lines.map((value, at) => (
          <g class="cast" style={{ animationDelay: `${at * LINE_DELAY_MS}ms` }} data-line={at + 1} data-value={value}>
            {hasCoins && <Coins value={value} y={lineY(at) + BAR / 2} />}
            <Line {...{ value, at }} x={left} />
          </g>
        ))}
        <Name x={left + WIDTH / 2} title={title(primary)} trigrams={trigrams(primary, texts)} />
        {hasResult && (
          <g class="cast" style={{ animationDelay: `${6 * LINE_DELAY_MS}ms` }}>
            <path class="arrow" d={arrow(left + WIDTH)} />
            {after.map((value, at) => (
              <Line {...{ value, at }} x={left + WIDTH + ARROW_WIDTH} hasChanged={changing.includes(at + 1)} />
            ))}
            <Name x={left + WIDTH * 1.5 + ARROW_WIDTH} title={title(resulting)} trigrams={trigrams(resulting, texts)} />
          </g>
        )}
      </svg>
      <p class="quiet">
        {changing.length > 0 ? texts.changing(changing) : texts.noneChanging}
        {changing.length > 0 && ` · ${texts.changingMarks}`}
        {hasCoins && ` ${texts.coins}`}
      </p>
      <Related {...{ facts, texts }} />
      <TermList
        ids={[changing.length > 0 && 'changing', relatedOf(facts, texts).length > 0 && 'related']}
        locale={locale}
      />
    </figure>
  );
}

const lineY = (at: number): number => (5 - at) * LINE_STEP + (LINE_STEP - BAR) / 2;

const trigrams = ({ upper, lower }: Facts, texts: FactsTexts): string =>
  text(upper) && text(lower) ? texts.trigrams(text(upper), text(lower)) : '';

interface NameProps {
  /** Centre of the hexagram. */
  readonly x: number;
  readonly title: string;
  readonly trigrams: string;
}

const Name = ({ x, title, trigrams: pair }: NameProps) => (
  <>
    <text class="name" x={x} y={HEIGHT + 16}>
      {title}
    </text>
    <text class="trigrams" x={x} y={HEIGHT + 36}>
      {pair}
    </text>
  </>
);

const arrow = (x: number): string => `M${x + 8} ${HEIGHT / 2}h${ARROW_WIDTH - 18}m-9-8l9 8l-9 8`;

interface LineProps {
  readonly value: number;
  readonly at: number;
  readonly x: number;
  readonly hasChanged?: boolean;
}

/** Draws a line: even values are broken; the changing lines 6 and 9 are marked with a cross and a circle. */
function Line({ value, at, x, hasChanged = false }: LineProps) {
  const y = lineY(at);
  const changes = value === 6 || value === 9;
  const bar = (from: number, width: number) => <rect x={x + from} y={y} width={width} height={BAR} rx={2} />;
  const [cx, cy] = [x + WIDTH / 2, y + BAR / 2];
  return (
    <g class={`yao ${changes ? 'changes' : ''} ${hasChanged ? 'changed' : ''}`}>
      {value % 2 === 1 ? bar(0, WIDTH) : [bar(0, HALF), bar(WIDTH - HALF, HALF)]}
      {value === 9 && <circle class="mark" cx={cx} cy={cy} r={4.5} />}
      {value === 6 && <path class="mark" d={`M${cx - 5} ${cy - 5}l10 10m0-10l-10 10`} />}
    </g>
  );
}

const relatedOf = (facts: Facts, texts: FactsTexts) =>
  (['nuclear', 'inverse', 'opposite'] as const)
    .map((relation) => ({ label: texts[relation], hexagram: record(facts[relation]) }))
    .filter(({ hexagram }) => text(hexagram['name']) !== '');

/** The nuclear, inverse and opposite hexagrams. */
function Related({ facts, texts }: { readonly facts: Facts; readonly texts: FactsTexts }) {
  const related = relatedOf(facts, texts);
  if (related.length === 0) return null;
  return (
    <dl class="related">
      {related.map(({ label, hexagram }) => (
        <div>
          <dt>{label}</dt>
          <dd>{`${Number(hexagram['number'])}.\u00a0${text(hexagram['name'])}`}</dd>
        </div>
      ))}
    </dl>
  );
}
