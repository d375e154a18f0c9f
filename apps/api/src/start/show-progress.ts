import cliProgress from 'cli-progress';

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Fraction of the work between two lines when the output is not a terminal. */
const STEP = 0.1;

/** Shows the progress of a long task: a bar in a terminal, otherwise a line after every tenth. */
export function showProgress(title: string): {
  readonly update: (progress: Progress) => void;
  readonly stop: () => void;
} {
  return process.stderr.isTTY ? bar(title) : lines(title);
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

function lines(title: string) {
  const startedAt = performance.now();
  let next = 0;
  return {
    update: ({ done, total }: Progress) => {
      if (done < next * total) return;
      next = done / total + STEP;
      const left =
        done > 0 ? `, ${Math.ceil((((performance.now() - startedAt) / done) * (total - done)) / 1_000)} s left` : '';
      process.stderr.write(`${title}: ${done} of ${total}${left}\n`);
    },
    stop: () => {},
  };
}
