import { useState } from 'preact/hooks';
import type { Locale } from '../../server/catalogue.js';
import type { Facts, Source } from '../../server/reading-events.js';
import { usePassage } from '../../server/passages.js';
import { TEXTS } from '../../texts/page-texts.js';
import { FACTS_TEXTS, type FactsTexts } from '../../texts/facts-texts.js';
import { TermList } from '../../glossary/glossary.js';
import { sourceText } from '../../texts/source-texts.js';
import { type Aspect, type Chart, type Placement, degreeText, readChart } from './placements.js';
import { Glyph } from './glyph.js';
import { record, text } from '../shapes.js';
import { Wheel } from './wheel.js';

interface NatalProps {
  readonly astrology: Facts;
  readonly locale: Locale;
  readonly sources: ReadonlyMap<number, Source>;
}

/** The terms that the chart shows. */
const termsOf = ({ placements, aspects, transits }: Chart): readonly (string | false)[] => [
  ...placements.map(({ point }) => point),
  placements.some(({ house }) => house !== undefined) && 'house',
  placements.some(({ isRetrograde }) => isRetrograde) && 'retrograde',
  ...(aspects.length + transits.length > 0 ? ['aspect', 'orb'] : []),
  transits.length > 0 && 'transit',
];

/** The birth chart as a wheel, the meaning of the selected body, and the whole chart as text. */
export function NatalChart({ astrology, locale, sources }: NatalProps) {
  const [picked, setPicked] = useState<string>('sun');
  const texts = FACTS_TEXTS[locale];
  const chart = readChart(astrology);
  if (chart.placements.length === 0) return null;
  const describe = (placement: Placement) => describePlacement(placement, texts);
  const hasWheel = chart.placements.some(({ longitude }) => longitude !== undefined);
  const phase = text(record(astrology['moonPhase'])['name']);
  return (
    <figure class="natal">
      <figcaption>{texts.astrology}</figcaption>
      {hasWheel && <Wheel {...{ chart, texts, describe, picked }} onPick={setPicked} />}
      {hasWheel && (
        <p class="wheel-legend quiet">
          {chart.placements.map(({ point }) => (
            <span>
              <Glyph name={point} /> {texts.bodies[point]}
            </span>
          ))}
        </p>
      )}
      {hasWheel && <p class="quiet">{texts.wheel}</p>}
      {hasWheel && <Meaning {...{ chart, picked, texts, sources, locale, describe }} />}
      <TermList ids={termsOf(chart)} locale={locale} />
      <details class="as-text" open={!hasWheel}>
        <summary>{texts.asText}</summary>
        <ul>
          {chart.placements.map((placement) => (
            <li>{describe(placement)}</li>
          ))}
          {phase && <li>{phase}</li>}
          {chart.aspects.map((aspect) => (
            <li>{describeAspect(aspect, texts)}</li>
          ))}
        </ul>
        {chart.transits.length > 0 && <p>{texts.transits}</p>}
        <ul>
          {chart.transits.map((aspect) => (
            <li>{describeAspect(aspect, texts)}</li>
          ))}
        </ul>
      </details>
    </figure>
  );
}

interface MeaningProps {
  readonly chart: Chart;
  readonly picked: string;
  readonly texts: FactsTexts;
  readonly sources: ReadonlyMap<number, Source>;
  readonly locale: Locale;
  readonly describe: (placement: Placement) => string;
}

/** What the knowledge base says about the selected body in its sign, and the passages of this reading about it. */
function Meaning({ chart, picked, texts, sources, locale, describe }: MeaningProps) {
  const placement = chart.placements.find(({ point }) => point === picked);
  const meaning = usePassage(placement && `astro:${placement.point}-in-${placement.sign}`, locale);
  if (!placement) return <p class="meaning quiet">{texts.pickBody}</p>;
  const { point, sign } = placement;
  const ids = [`astro:${point}-in-${sign}`, `astro:body-${point}`, `astro:sign-${sign}`];
  const about = ids.flatMap((id) => [...sources.values()].filter((source) => source.id === id));
  const traditions = [...new Set(about.map(({ source }) => sourceText(source, locale)))];
  return (
    <div class="meaning" aria-live="polite">
      <b>{describe(placement)}</b>
      {meaning && <p>{meaning}</p>}
      <ul>
        {chart.aspects
          .filter(({ from, to }) => from === point || to === point)
          .map((aspect) => (
            <li>{describeAspect(aspect, texts)}</li>
          ))}
      </ul>
      {about.length > 0 && (
        <p class="quiet">
          {`${TEXTS[locale].sources}: `}
          {[about.map(({ title }) => title), traditions]
            .map((names) => names.join(', '))
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
    </div>
  );
}

function describePlacement({ point, signName, degree, house, isRetrograde }: Placement, texts: FactsTexts): string {
  const where = degree === undefined ? signName : `${signName} ${degreeText(degree)}`;
  const parts = [`${texts.bodies[point]}: ${where}`, house && texts.house(house), isRetrograde && texts.retrograde];
  return parts.filter(Boolean).join(', ');
}

const describeAspect = ({ from, to, aspect, orb }: Aspect, { bodies, aspects }: FactsTexts): string =>
  `${bodies[from]} – ${bodies[to]}: ${aspects[aspect] ?? aspect} (${degreeText(orb)})`;
