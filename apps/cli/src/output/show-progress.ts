import cliProgress from 'cli-progress';
import { rateOf, remaining } from './rate.js';

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Passages embedded or megabytes fetched so far. */
  readonly passages: number;
}

export interface ProgressDisplay {
  readonly update: (progress: Progress) => void;
  /** Writes a line that progress does not overwrite. */
  readonly note: (line: string) => void;
  readonly stop: () => void;
}

/** Fraction of the work between two lines when stderr is not a terminal. */
const STEP = 0.1;

/** Shows progress, rate and remaining time: a bar in a terminal, otherwise a line after every tenth. */
export function showProgress(title: string, unit = 'passages'): ProgressDisplay {
  return process.stderr.isTTY ? bar(title, unit) : lines(title, unit);
}

function bar(title: string, unit: string): ProgressDisplay {
  const startedAt = performance.now();
  const format = `${title} {bar} {percentage} % · {passages} ${unit} · {rate}/s · {left} left`;
  // Only a MultiBar can write lines above its bars.
  const bars = new cliProgress.MultiBar(
    { format, hideCursor: true, stream: process.stderr, gracefulExit: false },
    cliProgress.Presets.shades_classic,
  );
  const drawn = bars.create(1, 0, { passages: 0, rate: 0, left: '?' });
  return {
    update: ({ done, total, passages }) => {
      const elapsedMs = performance.now() - startedAt;
      drawn.setTotal(total);
      drawn.update(done, { passages, rate: rateOf(passages, elapsedMs), left: remaining(done, total, elapsedMs) });
    },
    note: (line) => bars.log(`${line}\n`),
    stop: () => bars.stop(),
  };
}

function lines(title: string, unit: string): ProgressDisplay {
  const startedAt = performance.now();
  let next = STEP;
  return {
    update: ({ done, total, passages }) => {
      if (total === 0 || done < next * total) return;
      next = Math.floor(done / total / STEP + 1) * STEP;
      const elapsedMs = performance.now() - startedAt;
      const share = Math.round((100 * done) / total);
      const rate = `${passages} ${unit}, ${rateOf(passages, elapsedMs)}/s`;
      process.stderr.write(`${title}: ${share} %, ${rate}, ${remaining(done, total, elapsedMs)} left\n`);
    },
    note: (line) => process.stderr.write(`${line}\n`),
    stop: () => {},
  };
}
