import { useMemo } from 'preact/hooks';
import type { FactProps } from '../fact-props.js';
import { FACTS_TEXTS, type FactsTexts } from '../../texts/facts-texts.js';
import type { Facts } from '../../server/reading-events.js';
import { list, text } from '../shapes.js';
import { type Places, HEIGHT, WIDTH, arrange } from './arrange.js';
import { iconPath } from './icons.js';
import { type SceneGraph, type SceneLink, type SceneNode, isPresent, sceneGraph } from './scene-graph.js';

const STARS = 46;
const TITLE_SIZE = 14;
/** Distance of the title's middle from the edge of its disc. */
const TITLE_OFFSET = 12;
/** Half width of an icon relative to the radius of its disc. */
const ICON_SHARE = 0.62;

/** The dream's symbols, sized by weight, with the links of the graph. Denied symbols are not drawn. */
export function DreamScene({ facts, locale, sources }: FactProps) {
  const texts = FACTS_TEXTS[locale];
  const graph = useMemo(() => sceneGraph(facts, sources), [facts, sources]);
  const places = useMemo(() => arrange(graph.nodes, graph.links), [graph]);
  const { nodes, links } = graph;
  const named = listsOf(facts, texts);
  return (
    <figure class="dream">
      <figcaption>{texts.dream}</figcaption>
      {nodes.length > 0 && (
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={describe(graph, named, texts)} data-picture>
          <Night />
          {links.map((link) => (
            <Link key={`${link.from} ${link.to}`} {...{ link, places }} />
          ))}
          {nodes.map((node) => (
            <Node key={node.id} {...{ node, places }} />
          ))}
        </svg>
      )}
      {graph.links.length > 0 && (
        <p class="quiet">
          {nodes.some(({ group }) => group === 'idea') && `✦ ${texts.idea} · `}
          {texts.linkMeaning}
        </p>
      )}
      {named.map(([label, words, group]) => (
        <p class="chips">
          <b>
            <i class={`dot ${group}`} aria-hidden="true" />
            {label}
          </b>
          {words.map((word) => (
            <span>{word}</span>
          ))}
        </p>
      ))}
    </figure>
  );
}

type NamedList = readonly [label: string, words: readonly string[], group: SceneNode['group']];

function listsOf(facts: Facts, texts: FactsTexts): readonly NamedList[] {
  const titles = (name: string) =>
    list(facts[name])
      .filter(isPresent)
      .map(({ title }) => text(title));
  const lists: readonly NamedList[] = [
    [texts.symbols, titles('symbols'), 'symbol'],
    [texts.emotions, titles('emotions'), 'emotion'],
    [texts.themes, titles('themes'), 'theme'],
  ];
  return lists.filter(([, words]) => words.length > 0);
}

/** What the picture shows, for screen readers. */
function describe({ nodes, links }: SceneGraph, named: readonly NamedList[], texts: FactsTexts): string {
  const titleOf = (id: string) => nodes.find((node) => node.id === id)?.title ?? '';
  const linked = links.map(({ from, to }) => texts.linked(titleOf(from), titleOf(to)));
  return [
    ...named.map(([label, words]) => `${label}: ${words.join(', ')}`),
    ...(linked.length > 0 ? [`${texts.links}: ${linked.join(', ')}`] : []),
  ].join('. ');
}

interface NodeProps {
  readonly node: SceneNode;
  readonly places: Places;
}

/** An idea is a star, everything else a disc with an icon; the title stands below. */
function Node({ node: { id, title, group, radius }, places }: NodeProps) {
  const { x, y } = places.get(id) ?? { x: 0, y: 0 };
  return (
    <g class={`node ${group}`} data-node={id} transform={`translate(${x} ${y})`}>
      {group === 'idea' ? (
        <path class="idea-star" d="M0-9L2-2L9 0L2 2L0 9L-2 2L-9 0L-2-2Z" />
      ) : (
        <>
          <circle class="glow" r={radius + 5} />
          <circle class="disc" r={radius} />
          <path
            class="icon"
            d={iconPath(id)}
            transform={`scale(${(radius * ICON_SHARE) / 12}) translate(-12 -12)`}
            stroke-width={(1.7 * 12) / (radius * ICON_SHARE)}
          />
        </>
      )}
      <text y={radius + TITLE_OFFSET} font-size={TITLE_SIZE}>
        {title}
      </text>
    </g>
  );
}

interface LinkProps {
  readonly link: SceneLink;
  readonly places: Places;
}

function Link({ link: { from, to, weight }, places }: LinkProps) {
  const [a, b] = [places.get(from), places.get(to)];
  if (!a || !b) return null;
  return (
    <line
      class="link"
      x1={a.x}
      y1={a.y}
      x2={b.x}
      y2={b.y}
      stroke-width={0.8 + weight * 2.2}
      data-link={`${from} ${to}`}
    />
  );
}

/** Background of the scene, the same for every dream. */
function Night() {
  return (
    <g class="night" aria-hidden="true">
      <rect width={WIDTH} height={HEIGHT} rx={14} />
      {Array.from({ length: STARS }, (_, at) => (
        // Multiples of irrational numbers are spread evenly without a visible pattern.
        <circle
          cx={((at * 0.618034) % 1) * WIDTH}
          cy={((at * 0.754878) % 1) * HEIGHT * 0.8}
          r={0.5 + (at % 3) * 0.45}
        />
      ))}
      <path class="crescent" d="M386 18a20 20 0 1 0 15 31a16 16 0 0 1-15-31Z" />
      <path
        class="hill far"
        d={`M0 ${HEIGHT - 34}Q90 ${HEIGHT - 78} 190 ${HEIGHT - 40}T${WIDTH} ${HEIGHT - 52}V${HEIGHT - 14}Q${WIDTH} ${HEIGHT} ${WIDTH - 14} ${HEIGHT}H14Q0 ${HEIGHT} 0 ${HEIGHT - 14}Z`}
      />
      <path
        class="hill"
        d={`M0 ${HEIGHT - 18}Q120 ${HEIGHT - 46} 240 ${HEIGHT - 20}T${WIDTH} ${HEIGHT - 26}V${HEIGHT - 14}Q${WIDTH} ${HEIGHT} ${WIDTH - 14} ${HEIGHT}H14Q0 ${HEIGHT} 0 ${HEIGHT - 14}Z`}
      />
    </g>
  );
}
