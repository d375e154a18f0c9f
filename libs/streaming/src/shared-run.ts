import type { FrameFormat } from './encode-frame.js';
import type { ReadingRun } from './reading-run.js';
import { ReadingView } from './reading-view.js';

/** A run and the views of the clients that share it. */
export class SharedRun {
  /** By log name. */
  readonly views = new Map<string, ReadingView>();
  /** Continues without readers for the grace time: one of its clients asked for it. */
  continues = false;
  graceTimer: NodeJS.Timeout | undefined;

  constructor(
    readonly run: ReadingRun,
    /** Names the log that other replicas read. */
    readonly name: string,
    private readonly format: FrameFormat,
  ) {}

  add(name: string, id: string): ReadingView {
    const view = new ReadingView(id, this.run, this.format);
    this.views.set(name, view);
    return view;
  }
}
