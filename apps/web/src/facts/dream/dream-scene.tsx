import { useMemo } from 'preact/hooks';
import type { FactProps } from '../fact-props.js';
import { FACTS_TEXTS } from '../../texts/facts-texts.js';
import { list, text } from '../shapes.js';
import { HEIGHT, WIDTH, arrange } from './arrange.js';
import { type SceneLink, sceneLinks, sceneNodes } from './scene-graph.js';

const STARS = 40;
/** Maximum font size of a title, in units of the drawing. */
const MAX_TITLE = 17;

/** The dream's symbols, sized by weight, with the links of the graph. Denied symbols are not drawn. */
export function DreamScene({ facts, locale, sources }: FactProps) {
  const texts = FACTS_TEXTS[locale];
  const nodes = useMemo(() => sceneNodes(facts, sources), [facts, sources]);
  const links = useMemo(() => sceneLinks(facts, nodes), [facts, nodes]);
  const places = useMemo(() => arrange(nodes, links), [nodes, links]);
  const titles = (name: string) =>
    list(facts[name])
      .filter(isPresent)
      .map(({ title }) => text(title));
  const lists = [
    [texts.symbols, titles('symbols')],
    [texts.emotions, titles('emotions')],
    [texts.themes, titles('themes')],
  ] as const;
  const named = lists.filter(([, words]) => words.length > 0);
  return (
    <figure class="dream">
      {nodes.length > 0 && (
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={named.map(([label, words]) => `${label}: ${words.join(', ')}`).join('. ')}
          data-picture
        >
          <Night />
          {links.map((link) => (
            <Link key={`${link.from} ${link.to}`} {...{ link, places }} />
          ))}
          {nodes.map(({ id, title, group, radius }) => {
            const { x, y } = places.get(id) ?? { x: 0, y: 0 };
            return (
              <g class={`node ${group}`} data-node={id} transform={`translate(${x} ${y})`}>
                <circle r={radius} />
                <text font-size={Math.min(MAX_TITLE, (radius * 1.8) / titleWidth(title))}>{title}</text>
              </g>
            );
          })}
        </svg>
      )}
      {named.map(([label, words]) => (
        <p class="chips">
          <b>{label}</b>
          {words.map((word) => (
            <span>{word}</span>
          ))}
        </p>
      ))}
    </figure>
  );
}

/** Width of a title in ems, estimated: 1 per Hangul letter, 0.56 per other letter. */
const titleWidth = (title: string): number =>
  title.split('').reduce((sum, letter) => sum + (letter > '\u1100' ? 1 : 0.56), 0);

/** Whether a symbol is part of the dream; denied symbols and symbols of waking life are not. */
const isPresent = ({ polarity = 'affirmed', frame = 'dreamt' }: Readonly<Record<string, unknown>>): boolean =>
  polarity === 'affirmed' && frame === 'dreamt';

interface LinkProps {
  readonly link: SceneLink;
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
}

function Link({ link: { from, to, weight }, places }: LinkProps) {
  const [a, b] = [places.get(from), places.get(to)];
  if (!a || !b) return null;
  return (
    <line class="link" x1={a.x} y1={a.y} x2={b.x} y2={b.y} stroke-width={1 + weight * 2} data-link={`${from} ${to}`} />
  );
}

/** Background of the scene, the same for every dream. */
function Night() {
  return (
    <g class="night" aria-hidden="true">
      <rect width={WIDTH} height={HEIGHT} rx={14} />
      {Array.from({ length: STARS }, (_, at) => (
        // Multiples of irrational numbers are spread evenly without a visible pattern.
        <circle cx={((at * 0.618034) % 1) * WIDTH} cy={((at * 0.754878) % 1) * HEIGHT} r={0.6 + (at % 3) * 0.4} />
      ))}
      <path class="crescent" d="M372 26a22 22 0 1 0 16 34a17 17 0 0 1-16-34Z" />
    </g>
  );
}
