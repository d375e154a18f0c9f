import stringWidth from 'string-width';
import { rateOf, remaining } from './rate.js';

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Passages embedded or megabytes fetched so far; `done` where absent. */
  readonly count?: number;
}

export interface ProgressLineOptions {
  readonly title: string;
  /** Unit of `count`; without one, neither the count nor its rate is shown. */
  readonly unit?: string | undefined;
  /** Width of the terminal in columns. */
  readonly columns: number;
  readonly elapsedMs: number;
}

const FULL = '█';
const EMPTY = '░';
const MIN_BAR = 8;
const MAX_BAR = 40;
const MAX_TITLE_SHARE = 0.45;

/** Formats a progress bar that fits on one line. A narrow terminal omits the rate first, then the count and the bar. */
export function progressLine(progress: Progress, { title, unit, columns, elapsedMs }: ProgressLineOptions): string {
  const { done, total, count = done } = progress;
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const name = shortened(title, Math.floor(columns * MAX_TITLE_SHARE));
  const percentage = `${Math.floor(100 * share)} %`.padStart(5);
  const left = `${remaining(done, total, elapsedMs)} left`;
  const counted = unit === undefined ? [] : [`${count} ${unit}`];
  const rate = unit === undefined ? [] : [`${rateOf(count, elapsedMs)}/s`];
  const variants = [[...counted, ...rate, left], [...counted, left], [left]].map((parts) => [percentage, ...parts]);
  // The last column stays free: writing into it makes some terminals wrap.
  const room = (parts: readonly string[]) => columns - 1 - stringWidth(`${name}  ${parts.join(' · ')}`);
  const parts = variants.find((variant) => room(variant) >= MIN_BAR) ?? [percentage];
  const size = Math.max(0, Math.min(MAX_BAR, room(parts)));
  const full = Math.round(share * size);
  return `${name} ${FULL.repeat(full)}${EMPTY.repeat(size - full)} ${parts.join(' · ')}`;
}

/** Shortens a text to a width in columns; Hangul takes two columns per syllable. */
function shortened(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (stringWidth(`${kept}${character}…`) > width) break;
    kept += character;
  }
  return `${kept}…`;
}
