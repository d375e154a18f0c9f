import { Injectable } from '@nestjs/common';

/** Number of samples kept for each operation; the oldest are overwritten. */
const WINDOW = 1_024;
/** Maximum number of operations. Their names come from code only; the limit guards against a programming error. */
const MAX_OPERATIONS = 128;

/** Values in the unit of the samples (ms; characters for `…_chars`), over the last `count` samples. */
export interface TimingSummary {
  readonly count: number;
  readonly avg: number;
  readonly min: number;
  readonly max: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

class Window {
  readonly #samples = new Float64Array(WINDOW);
  #written = 0;

  add(value: number): void {
    this.#samples[this.#written++ % WINDOW] = value;
  }

  summary(): TimingSummary {
    const sorted = this.#samples.slice(0, Math.min(this.#written, WINDOW)).sort();
    const total = sorted.reduce((sum, value) => sum + value, 0);
    return {
      count: sorted.length,
      avg: total / sorted.length,
      min: sorted[0] ?? 0,
      max: sorted.at(-1) ?? 0,
      p50: percentile(sorted, 0.5),
      p95: percentile(sorted, 0.95),
      p99: percentile(sorted, 0.99),
    };
  }
}

/**
 * Nearest-rank percentile of ascending samples: the smallest sample that is greater than or equal to at least `share`
 * of all samples.
 */
export function percentile(ascending: Float64Array, share: number): number {
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] ?? 0;
}

/** The names of operations by the value of a label, each joined only once. */
export function operationNames(nameOf: (value: string) => string): (value: string) => string {
  const names = new Map<string, string>();
  return (value) => {
    const known = names.get(value);
    if (known !== undefined) return known;
    const name = nameOf(value);
    names.set(value, name);
    return name;
  };
}

/** The last samples of each operation in this process, for `/v1/stats`: exact percentiles in bounded memory. */
@Injectable()
export class TimingWindows {
  readonly #windows = new Map<string, Window>();

  observe(operation: string, value: number): void {
    let window = this.#windows.get(operation);
    if (!window) {
      if (this.#windows.size >= MAX_OPERATIONS) return;
      this.#windows.set(operation, (window = new Window()));
    }
    window.add(value);
  }

  summaries(): Readonly<Record<string, TimingSummary>> {
    return Object.fromEntries(
      [...this.#windows].toSorted(([a], [b]) => a.localeCompare(b)).map(([name, window]) => [name, window.summary()]),
    );
  }

  reset(): void {
    this.#windows.clear();
  }
}
