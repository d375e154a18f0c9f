import cliProgress from 'cli-progress';

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Fraction of the work between two lines when the output is not a terminal. */
const STEP = 0.1;

/**
 * Shows the progress of a long task: a bar in a terminal, otherwise a line after every tenth.
 * @param log receives the lines instead of standard error
 */
export function showProgress(
  title: string,
  log?: (line: string) => void,
): {
  readonly update: (progress: Progress) => void;
  readonly stop: () => void;
} {
  if (!log && process.stderr.isTTY) return bar(title);
  return lines(title, log ?? ((line) => process.stderr.write(`${line}\n`)));
}

function bar(title: string) {
  const format = `${title} {bar} {percentage} % · {value}/{total} · {eta_formatted} left`;
  const drawn = new cliProgress.SingleBar(
    { format, hideCursor: true, etaBuffer: 500, stream: process.stderr },
    cliProgress.Presets.shades_classic,
  );
  let started = false;
  return {
    update: ({ done, total }: Progress) => {
      if (!started) drawn.start(total, done);
      else drawn.update(done);
      started = true;
    },
    stop: () => drawn.stop(),
  };
}

function lines(title: string, log: (line: string) => void) {
  const startedAt = performance.now();
  let next = 0;
  return {
    update: ({ done, total }: Progress) => {
      if (done < next * total) return;
      next = done / total + STEP;
      const left =
        done > 0 ? `, ${Math.ceil((((performance.now() - startedAt) / done) * (total - done)) / 1_000)} s left` : '';
      log(`${title}: ${done} of ${total}${left}`);
    },
    stop: () => {},
  };
}
