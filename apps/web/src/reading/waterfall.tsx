import type { ComponentChildren } from 'preact';
import type { Locale } from '../server/catalogue.js';
import type { PageTexts } from '../texts/en.js';
import { TEXTS } from '../texts/page-texts.js';
import type { CitedSource } from './citations.js';
import type { ReadingState } from './reading-state.js';
import { type Stage, waterfallStages } from './waterfall-stages.js';

interface WaterfallProps {
  readonly reading: ReadingState;
  readonly locale: Locale;
  readonly cited: ReadonlyMap<number, CitedSource>;
  readonly titleOf: (section: string) => string;
  /** Shown below the time axis. */
  readonly children: ComponentChildren;
}

/** Minimum bar width, in percent. */
const MIN_WIDTH = 0.6;
const TICKS = 4;

/** Timeline of all stages; updated while the reading arrives. */
export function WaterfallFold({ reading, locale, cited, titleOf, children }: WaterfallProps) {
  const texts = TEXTS[locale];
  const stages = waterfallStages(reading, texts.waterfall, titleOf);
  if (stages.length === 0) return <>{children}</>;
  const totalMs = reading.done?.ms ?? Math.max(...stages.map(({ endMs }) => endMs), 1);
  return (
    <details class="timings">
      <summary>{texts.timings}</summary>
      {reading.started?.cached && <p class="quiet">{texts.cached}</p>}
      <div class="waterfall">
        <Axis totalMs={totalMs} />
        {stages.map((stage) => (
          <Row key={stage.id} {...{ stage, totalMs, cited }} texts={texts.waterfall} />
        ))}
      </div>
      {children}
    </details>
  );
}

function Axis({ totalMs }: { readonly totalMs: number }) {
  return (
    <div class="stage axis" aria-hidden="true">
      <span />
      <span class="ticks">
        {Array.from({ length: TICKS + 1 }, (_, at) => (
          <small>{duration((totalMs * at) / TICKS)}</small>
        ))}
      </span>
      <span />
    </div>
  );
}

interface RowProps {
  readonly stage: Stage;
  readonly totalMs: number;
  readonly cited: ReadonlyMap<number, CitedSource>;
  readonly texts: PageTexts['waterfall'];
}

function Row({ stage, totalMs, cited, texts }: RowProps) {
  const { label, startMs, endMs, firstTextMs, status, sources, isDegraded } = stage;
  const share = (ms: number) => Math.max(0, Math.min(100, (ms / totalMs) * 100));
  const line = (
    <span class={`stage ${stage.group} ${status}`} data-stage={stage.id}>
      <span>{label}</span>
      <svg aria-hidden="true">
        <rect x={`${share(startMs)}%`} width={`${Math.max(share(endMs - startMs), MIN_WIDTH)}%`} height="100%" rx={3} />
        {firstTextMs !== undefined && (
          <rect class="first-text" x={`${share(firstTextMs)}%`} width="2" height="100%">
            <title>{`${texts.firstText}: ${duration(firstTextMs)}`}</title>
          </rect>
        )}
      </svg>
      <span class="ms">{duration(endMs - startMs)}</span>
    </span>
  );
  if (!sources) return line;
  return (
    <details>
      <summary title={sources.map(({ title, score }) => `${title} ${score.toFixed(2)}`).join('\n')}>{line}</summary>
      <p class="quiet">
        {[texts.found(sources.length), texts.statuses[status] ?? status, isDegraded && texts.degraded]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ul>
        {sources.map(({ n, title, score }) => (
          <li key={n}>
            {title}{' '}
            <small>{[score.toFixed(2), cited.has(n) && `[${cited.get(n)?.at}]`].filter(Boolean).join(' ')}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}

const duration = (ms: number): string => (ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`);
