import { useRef, useState } from 'preact/hooks';
import type { Turn } from '../conversation/turn.js';
import { FactsView } from '../facts/facts-view.js';
import type { Bilingual, Catalogue, Locale } from '../server/catalogue.js';
import type { Done, Started } from '../server/reading-events.js';
import { TEXTS } from '../texts/page-texts.js';
import { CareLines } from './care-lines.js';
import { citedSources } from './citations.js';
import { JumpBar } from './jump-bar.js';
import { ReadingActions } from './reading-actions.js';
import { type ReadingState, factsOf, sourcesOf } from './reading-state.js';
import { SectionView } from './section-view.js';
import { type ShownSource, SourcePopover } from './source-popover.js';
import { SourcesFold } from './sources-fold.js';
import { WaterfallFold } from './waterfall.js';

interface ReadingProps {
  readonly turn: Turn;
  readonly locale: Locale;
  readonly catalogue: Catalogue;
  /** True when no reading is running. */
  readonly isIdle: boolean;
  readonly onAgain: () => void;
}

/** Shows one reading as it arrives: facts, sections, outcome, sources, timings. */
export function ReadingView({ turn, locale, catalogue, isIdle, onAgain }: ReadingProps) {
  const texts = TEXTS[locale];
  const root = useRef<HTMLElement>(null);
  const [shown, setShown] = useState<ShownSource>();
  const { reading, question, key } = turn;
  const { started, done, sections } = reading;
  const sources = sourcesOf(reading);
  const cited = citedSources(sections, sources);
  const hasFacts = started !== undefined && !question;
  // A dream is in the user's own words, so its terms are not explained.
  const termsIn = started?.kind.startsWith('dream') ? undefined : localeOf(reading, locale);
  const titles = sectionTitles(started?.kind, catalogue);
  const isSafety = done?.status === 'safety' || sections.some(({ id }) => id === 'safety');
  const isWaiting = !started && reading.notice === 'writing';
  const kindOf = (id: string) => (id === 'safety' ? texts.safety : (titles[id]?.[locale] ?? id));

  return (
    <section class="reading" ref={root} aria-busy={done === undefined && reading.notice === 'writing'}>
      {question && <h2 class="question">{question}</h2>}
      {!turn.request && started && <h2 class="question">{texts.opened}</h2>}
      {hasFacts && !isSafety && <JumpBar {...{ sections, locale, root }} titleOf={kindOf} />}
      <div class={`answer ${sections.length > 1 ? 'several' : ''}`}>
        {/* A further question is about the facts that are shown above. */}
        {hasFacts && <FactsView facts={factsOf(reading)} locale={localeOf(reading, locale)} sources={sources} />}
        {isWaiting && <div class="skeleton" aria-hidden="true" />}
        <div class="sections" style={{ '--rows': rowsBeside(sections.length - 1) }}>
          {sections.map((section) => (
            <SectionView
              key={section.id}
              {...{ section, termsIn, locale }}
              sources={cited}
              title={kindOf(section.id)}
              isSafety={section.id === 'safety'}
              onCite={(source, anchor) => setShown({ source, anchor })}
            />
          ))}
        </div>
      </div>
      {started?.care && <CareLines lines={started.care.lines} locale={locale} />}
      <p class="status quiet" role="status">
        {statusText(reading, locale)}
      </p>
      {done && <ReadingActions {...{ turn, locale, root, onAgain, isIdle }} titleOf={kindOf} />}
      <SourcesFold {...{ locale, sources, cited }} readingKey={key} />
      <WaterfallFold {...{ reading, locale, cited }} titleOf={kindOf}>
        {started && !isSafety && <p class="engine quiet">{originText(started, done, locale)}</p>}
      </WaterfallFold>
      <SourcePopover {...{ shown, locale }} readingKey={key} onClose={() => setShown(undefined)} />
    </section>
  );
}

/** Rows of the grid beside the first section; the last one takes the height that is left. */
const rowsBeside = (count: number): string => `${'min-content '.repeat(Math.max(0, count - 1))}1fr`;

const localeOf = ({ started }: ReadingState, page: Locale): Locale =>
  started?.locale === 'ko' || started?.locale === 'en' ? started.locale : page;

function sectionTitles(kind: string | undefined, { kinds }: Catalogue): Readonly<Record<string, Bilingual>> {
  const sections = kinds.find((one) => one.kind === kind)?.sections ?? [];
  return Object.fromEntries(sections.map(({ id, title }) => [id, title]));
}

function statusText({ notice, done }: ReadingState, locale: Locale): string {
  const texts = TEXTS[locale];
  if (!done) return texts.notices[notice];
  return texts.statuses[done.status] ?? '';
}

/** What wrote the text, and how long it took. */
function originText({ llm, cached }: Started, done: Done | undefined, locale: Locale): string {
  const texts = TEXTS[locale];
  const writer = llm.engine === 'offline' ? texts.offline : texts.online(llm.model);
  return [writer, cached && texts.cached, done && texts.done(done.ms)].filter(Boolean).join(' ');
}
