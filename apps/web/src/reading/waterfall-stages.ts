import type { Source, Timing } from '../server/reading-events.js';
import type { PageTexts } from '../texts/en.js';
import type { ReadingState, SectionState } from './reading-state.js';

/** One row of the timeline, in ms from the start of the reading. */
export interface Stage {
  readonly id: string;
  readonly label: string;
  readonly group: 'stage' | 'retriever' | 'section';
  readonly status: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly firstTextMs?: number;
  /** Sources that a retriever found; absent in other rows. */
  readonly sources?: readonly Source[];
  /** Whether only words decided what was found. */
  readonly isDegraded?: boolean;
}

type Texts = PageTexts['waterfall'];

/** Whole phases, which are omitted because their parts have separate rows. */
const PHASES = new Set(['retrieve', 'generate']);
const RETRIEVER = 'retrieve_';
const SECTION = 'section_';

/** Rows from the server's timings once they have arrived; until then from the arrival times of events. */
export function waterfallStages(
  reading: ReadingState,
  texts: Texts,
  titleOf: (section: string) => string,
): readonly Stage[] {
  const timings = reading.done?.timings;
  const stages = timings ? measured(reading, timings, texts, titleOf) : observed(reading, texts, titleOf);
  return stages.toSorted((one, other) => one.startMs - other.startMs);
}

function measured(
  reading: ReadingState,
  timings: Readonly<Record<string, Timing>>,
  texts: Texts,
  titleOf: (section: string) => string,
): readonly Stage[] {
  return Object.entries(timings)
    .filter(([id]) => !PHASES.has(id))
    .map(([id, { start, ms }]): Stage => {
      const span = { id, startMs: start, endMs: start + ms };
      if (id.startsWith(RETRIEVER)) return { ...span, ...retriever(reading, id.slice(RETRIEVER.length), texts) };
      const section = reading.sections.find((one) => id === `${SECTION}${one.id}`);
      if (!section) return { ...span, label: stageName(id, texts), group: 'stage', status: '' };
      return { ...span, ...sectionRow(section, titleOf), ...firstText(section.ttftMs, start) };
    });
}

const observed = (
  { retrievals, sections }: ReadingState,
  texts: Texts,
  titleOf: (section: string) => string,
): readonly Stage[] => [
  ...retrievals.map(({ retriever: kind, status, ms, sources, degraded = false, settledMs }): Stage => {
    const span = { startMs: Math.max(0, settledMs - ms), endMs: settledMs };
    return {
      id: RETRIEVER + kind,
      ...span,
      group: 'retriever',
      label: texts.retrievers[kind] ?? kind,
      status,
      sources,
      isDegraded: degraded,
    };
  }),
  ...sections.flatMap((section): readonly Stage[] => {
    const { id, startedMs, firstTextMs, endedMs } = section;
    if (startedMs === undefined) return [];
    const span = { startMs: startedMs, endMs: endedMs ?? Math.max(startedMs, firstTextMs ?? 0, ...latest(sections)) };
    return [{ id: SECTION + id, ...span, ...sectionRow(section, titleOf), ...firstText(firstTextMs, 0) }];
  }),
];

/** Times of the first text and the end of every section. */
const latest = (sections: readonly SectionState[]): readonly number[] =>
  sections.flatMap(({ firstTextMs, endedMs }) => [firstTextMs, endedMs].filter((ms) => ms !== undefined));

function retriever(
  { retrievals }: ReadingState,
  kind: string,
  texts: Texts,
): Pick<Stage, 'label' | 'group' | 'status' | 'sources' | 'isDegraded'> {
  const found = retrievals.find((one) => one.retriever === kind);
  const label = texts.retrievers[kind] ?? kind;
  return {
    label,
    group: 'retriever',
    status: found?.status ?? '',
    ...(found && { sources: found.sources, isDegraded: found.degraded ?? false }),
  };
}

const sectionRow = ({ id, status }: SectionState, titleOf: (section: string) => string) =>
  ({ label: titleOf(id), group: 'section', status }) as const;

const firstText = (ms: number | undefined, startMs: number): Pick<Stage, 'firstTextMs'> =>
  ms === undefined ? {} : { firstTextMs: startMs + ms };

function stageName(id: string, texts: Texts): string {
  const name = texts[id as keyof Texts];
  return typeof name === 'string' ? name : id;
}
