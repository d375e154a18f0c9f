import type { Done, Facts, ReadingEvent, Retrieval, SectionChange, Source, Started } from '../server/reading-events.js';

export interface SectionState {
  readonly id: string;
  readonly status: 'waiting' | 'writing' | 'done' | 'failed' | 'stopped';
  readonly text: string;
  readonly code?: string;
  /** Time since the start of the reading by the page's clock, in ms. */
  readonly startedMs?: number;
  readonly firstTextMs?: number;
  readonly endedMs?: number;
  /** Time since the start of the section by the server's clock, in ms. */
  readonly ttftMs?: number;
}

/** Progress or outcome, shown below the text. */
export type Notice = 'writing' | 'reconnecting' | 'busy' | 'leaving' | 'lost' | 'stopped' | 'failed' | 'ended';

/** All data received for one reading. */
export interface ReadingState {
  readonly started?: Started;
  readonly sections: readonly SectionState[];
  readonly retrievals: readonly (Retrieval & { readonly settledMs: number })[];
  readonly done?: Done;
  readonly notice: Notice;
}

export const EMPTY_READING: ReadingState = { sections: [], retrievals: [], notice: 'writing' };

/** @param atMs time since the start of the reading by the page's clock, in ms */
export function applyEvent(state: ReadingState, { event, data }: ReadingEvent, atMs: number): ReadingState {
  switch (event) {
    case 'reading':
      // A second one means that the reading begins again.
      return { ...EMPTY_READING, started: data, sections: data.sections.map(waiting) };
    case 'retrieval':
      return { ...state, retrievals: [...state.retrievals, { ...data, settledMs: atMs }] };
    case 'section':
      return withSection(state, data.section, (section) => changed(section, data, atMs));
    case 'delta':
      return withSection({ ...state, notice: 'writing' }, data.section, (section) => ({
        ...section,
        text: section.text + data.content,
        firstTextMs: section.firstTextMs ?? atMs,
      }));
    case 'error':
      return { ...state, notice: 'failed' };
    case 'shutdown':
      return { ...state, notice: 'leaving' };
    case 'done':
      return { ...state, done: data, notice: 'ended' };
    default:
      return state;
  }
}

/** Marks unfinished sections as stopped. */
export const closeReading = (state: ReadingState, notice: Notice = state.notice): ReadingState => ({
  ...state,
  notice,
  sections: state.sections.map((section) =>
    section.status === 'waiting' || section.status === 'writing' ? { ...section, status: 'stopped' } : section,
  ),
});

/** The text of all sections. */
export const writtenText = ({ sections }: ReadingState): string =>
  sections
    .map(({ text }) => text)
    .filter(Boolean)
    .join('\n\n');

export const factsOf = ({ started }: ReadingState): Facts => started?.facts ?? {};

/** Sources by number; if a number is announced twice, the first source is kept. */
export const sourcesOf = ({ retrievals }: ReadingState): ReadonlyMap<number, Source> =>
  new Map(
    retrievals
      .flatMap(({ sources }) => sources)
      .toReversed()
      .map((source) => [source.n, source] as const)
      .toSorted(([one], [other]) => one - other),
  );

const waiting = (id: string): SectionState => ({ id, status: 'waiting', text: '' });

function changed(section: SectionState, change: SectionChange, atMs: number): SectionState {
  if (change.status === 'start') return { ...section, status: 'writing', startedMs: atMs };
  const ended = { ...section, status: change.status, endedMs: atMs };
  return change.status === 'done' ? { ...ended, ttftMs: change.ttft_ms } : { ...ended, code: change.code };
}

function withSection(state: ReadingState, id: string, change: (section: SectionState) => SectionState): ReadingState {
  const known = state.sections.some((section) => section.id === id);
  const sections = known ? state.sections : [...state.sections, waiting(id)];
  return { ...state, sections: sections.map((section) => (section.id === id ? change(section) : section)) };
}
