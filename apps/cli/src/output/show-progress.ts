import cliProgress from 'cli-progress';
import { type Progress, progressLine } from './progress-line.js';
import { rateOf, remaining } from './rate.js';

export interface ProgressBar {
  readonly update: (progress: Progress) => void;
}

export interface ProgressDisplay {
  /** Adds a bar below the existing ones. */
  readonly bar: (title: string, unit?: string) => ProgressBar;
  /** Writes a line that progress does not overwrite. */
  readonly note: (line: string) => void;
  readonly stop: () => void;
}

/** Fraction of the work between two lines when stderr is not a terminal. */
const STEP = 0.1;
const DEFAULT_COLUMNS = 80;
/** Removes what remains of a bar to the right of a line that was written over it. */
const CLEAR_TO_END = '\u001B[K';

/** Shows progress, rate and remaining time: bars in a terminal, otherwise a line after every tenth. */
export const showProgress = (): ProgressDisplay => (process.stderr.isTTY ? bars() : lines());

function bars(): ProgressDisplay {
  let display: cliProgress.MultiBar | undefined;
  return {
    bar: (title, unit) => {
      const startedAt = performance.now();
      let latest: Progress = { done: 0, total: 1 };
      const format = () => {
        const columns = process.stderr.columns || DEFAULT_COLUMNS;
        return progressLine(latest, { title, unit, columns, elapsedMs: performance.now() - startedAt });
      };
      // Only a MultiBar can write lines above its bars.
      display ??= new cliProgress.MultiBar({
        stream: process.stderr,
        hideCursor: true,
        gracefulExit: false,
        // A line above the bars moves them down, also those that have not changed.
        forceRedraw: true,
      });
      const drawn = display.create(1, 0, {}, { format });
      return {
        update: (progress) => {
          latest = progress;
          drawn.setTotal(Math.max(1, progress.total));
          drawn.update(progress.done);
        },
      };
    },
    note: (line) => {
      if (display) display.log(`${line}${CLEAR_TO_END}\n`);
      else process.stderr.write(`${line}\n`);
    },
    stop: () => {
      // Writes the latest lines, which stopping would discard.
      display?.update();
      display?.stop();
    },
  };
}

function lines(): ProgressDisplay {
  return {
    bar: (title, unit) => {
      const startedAt = performance.now();
      let next = STEP;
      return {
        update: ({ done, total, count = done }) => {
          if (total === 0 || done < next * total) return;
          next = Math.floor(done / total / STEP + 1) * STEP;
          const elapsedMs = performance.now() - startedAt;
          const rate = unit === undefined ? '' : `, ${count} ${unit}, ${rateOf(count, elapsedMs)}/s`;
          const share = Math.round((100 * done) / total);
          process.stderr.write(`${title}: ${share} %${rate}, ${remaining(done, total, elapsedMs)} left\n`);
        },
      };
    },
    note: (line) => process.stderr.write(`${line}\n`),
    stop: () => {},
  };
}
