// Compares the calculations of libs/divination with independent libraries for random births, and explains every
// difference by a rule. Exits with 1 when a difference remains unexplained.
//
//   usage: npm run verify:divination [-- --births=5000 --charts=1000 --seed=1]
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { parseArgs } from 'node:util';
import { randomFrom } from './random.js';

// @gracefullight/saju imports its own files without extensions.
registerHooks({
  resolve(specifier, context, next) {
    const isOwn = context.parentURL?.includes('/@gracefullight/saju/') && specifier.startsWith('.');
    if (!isOwn || specifier.endsWith('.js')) return next(specifier, context);
    const isFile = existsSync(new URL(`${specifier}.js`, context.parentURL));
    return next(isFile ? `${specifier}.js` : `${specifier}/index.js`, context);
  },
});

const { values } = parseArgs({
  options: {
    births: { type: 'string', default: '5000' },
    charts: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  },
});
const [births, charts, seed] = [values.births, values.charts, values.seed].map(Number);

const { compareBirths } = await import('./births.js');
const { compareCalendars } = await import('./calendars.js');
const { compareCharts } = await import('./charts.js');
const { comparePoints } = await import('./points.js');
const { compareSaju } = await import('./saju.js');

const random = randomFrom(seed);
const tallies = [
  ...compareBirths(births, random),
  ...compareCalendars(births, random),
  ...compareCharts(births, random),
  ...comparePoints(charts, random),
  ...compareSaju(charts, random),
];
for (const tally of tallies) tally.print();
const unexplained = tallies.reduce((sum, tally) => sum + tally.unexplained.length, 0);
console.log(`\nunexplained: ${unexplained}`);
process.exitCode = unexplained === 0 ? 0 : 1;
