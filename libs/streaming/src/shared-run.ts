import type { FrameFormat } from './encode-frame.js';
import type { ReadingRun } from './reading-run.js';
import { ReadingView } from './reading-view.js';

/** A run and the views of the clients that share it. */
export class SharedRun {
  /** Views by log name. */
  readonly views = new Map<string, ReadingView>();
  /** Whether the run continues without clients for the grace time; set when one of its clients has requested it. */
  continues = false;
  graceTimer: NodeJS.Timeout | undefined;

  constructor(
    readonly run: ReadingRun,
    /** Name of the log that other replicas read. */
    readonly name: string,
    private readonly format: FrameFormat,
  ) {}

  add(name: string, id: string): ReadingView {
    const view = new ReadingView(id, this.run, this.format);
    this.views.set(name, view);
    return view;
  }
}
