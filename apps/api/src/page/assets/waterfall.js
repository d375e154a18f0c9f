import { element } from './dom.js';

const SVG = 'http://www.w3.org/2000/svg';

/** One row a stage: its name, a bar from its start to its end, its length. */
export function waterfall(timings, totalMs) {
  const stages = Object.entries(timings).toSorted(([, a], [, b]) => a.start - b.start);
  return stages.map(([name, { start, ms }]) => {
    const row = element('div', { class: 'stage' });
    row.append(
      element('span', {}, name),
      bar((start / totalMs) * 100, (ms / totalMs) * 100),
      element('span', {}, `${ms.toFixed(0)} ms`),
    );
    return row;
  });
}

function bar(left, width) {
  const svg = document.createElementNS(SVG, 'svg');
  const rectangle = document.createElementNS(SVG, 'rect');
  for (const [name, value] of Object.entries({
    x: `${left}%`,
    width: `${Math.max(width, 0.3)}%`,
    height: '100%',
    rx: 3,
  }))
    rectangle.setAttribute(name, value);
  svg.append(rectangle);
  return svg;
}
