import { drawing, element } from './dom.js';

/** Minimum visible bar width, in percent. */
const THINNEST = 0.5;

/** One row per stage: name, bar from start to end, duration. */
export function waterfall(timings, totalMs) {
  const stages = Object.entries(timings).toSorted(([, a], [, b]) => a.start - b.start);
  const share = (ms) => (totalMs > 0 ? Math.min(100, (ms / totalMs) * 100) : 0);
  return stages.map(([name, { start, ms }]) =>
    element(
      'div',
      { class: 'stage' },
      element('span', {}, name),
      bar(share(start), share(ms)),
      element('span', { class: 'ms' }, `${ms.toFixed(0)} ms`),
    ),
  );
}

const bar = (left, width) =>
  drawing(
    'svg',
    { 'aria-hidden': 'true' },
    drawing('rect', { x: `${left}%`, width: `${Math.max(width, THINNEST)}%`, height: '100%', rx: 3 }),
  );
