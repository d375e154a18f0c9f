// Fits the weights of `libs/readings/src/dream/scene/salience.ts` to the dreams that may be used for tuning and prints
// them: `npm run build && node scripts/fit-salience.js`.
import { join } from 'node:path';
import { readJsonLines } from './read-json-lines.js';
import { openSceneReader } from './understanding/read-dream.js';
import { isHeldOut } from './understanding/score.js';

/** Weight of an entity that is labelled as incidental: finding it is neither required nor wrong. */
const MINOR_WEIGHT = 0.2;
const RIDGE = 1;
const STEPS = 4_000;
const RATE = 0.02;

const readLabelled = (file) => readJsonLines(join('test/understanding', file));
const dreams = [
  ...['dreams-ko.jsonl', 'dreams-en.jsonl'].flatMap(readLabelled).filter((dream) => !isHeldOut(dream)),
  ...readLabelled('symbols-only.jsonl'),
  ...readLabelled('dreams-more.jsonl'),
];

const { read, close } = await openSceneReader('knowledge');
const rows = dreams.flatMap((dream) =>
  read(dream)
    .symbols.filter(
      ({ polarity, frame, category }) => polarity === 'affirmed' && frame === 'dreamt' && category !== 'emotion',
    )
    .map(({ id, features }) => {
      const isSymbol = dream.symbols.includes(id);
      return { features, target: Number(isSymbol), weight: !isSymbol && dream.minor.includes(id) ? MINOR_WEIGHT : 1 };
    }),
);
close();

/** Logistic regression with a ridge penalty on all weights but the bias, by gradient descent with momentum. */
const names = [...new Set(rows.flatMap(({ features }) => Object.keys(features)))].toSorted();
const columns = new Map(names.map((name, index) => [name, index]));
const weights = new Float64Array(names.length + 1);
const velocity = new Float64Array(names.length + 1);
for (let step = 0; step < STEPS; step++) {
  const gradient = new Float64Array(names.length + 1);
  for (const { features, target, weight } of rows) {
    let sum = weights[names.length];
    for (const [name, value] of Object.entries(features)) sum += weights[columns.get(name)] * value;
    const error = weight * (1 / (1 + Math.exp(-sum)) - target);
    for (const [name, value] of Object.entries(features)) gradient[columns.get(name)] += error * value;
    gradient[names.length] += error;
  }
  for (let at = 0; at <= names.length; at++) {
    const penalty = at < names.length ? RIDGE * weights[at] : 0;
    velocity[at] = 0.9 * velocity[at] - (RATE * (gradient[at] + penalty)) / 10;
    weights[at] += velocity[at];
  }
}
for (const [name, at] of [...columns, ['BIAS', names.length]]) console.log(`${name}: ${weights[at].toFixed(2)}`);
