// Prints how well symbols and emotions of dreams are recognized, for the tuned and the held-out half: `npm run
// eval:understanding`.
import { readFileSync } from 'node:fs';
import { createDreamReader } from './understanding/read-dream.js';
import { splitSentences } from '../dist/libs/text/src/index.js';
import { composeLabelled } from './understanding/compose-labelled.js';
import { isHeldOut, score } from './understanding/score.js';
import { scoreComposed } from './understanding/score-composed.js';

const read = await createDreamReader('knowledge');
const dreams = ['ko', 'en'].flatMap((locale) =>
  readFileSync(`test/understanding/dreams-${locale}.jsonl`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line)),
);
const results = dreams.map((dream) => ({ dream, found: read(dream) }));

const share = (value) => value.toFixed(3);
for (const [half, held] of [
  ['tuned', false],
  ['held', true],
])
  for (const locale of ['ko', 'en', 'all']) {
    const figures = score(
      results.filter(({ dream }) => isHeldOut(dream) === held && (locale === 'all' || dream.locale === locale)),
    );
    console.log(
      [
        `${half} ${locale} (${figures.dreams})`.padEnd(18),
        `symbols P ${share(figures.precision)} R ${share(figures.recall)}`,
        `lead ${share(figures.lead)}`,
        `denied present ${figures.deniedPresent}/${figures.denied}`,
        `absent present ${figures.absentPresent}/${figures.absent}`,
        `emotions P ${share(figures.emotionPrecision)} R ${share(figures.emotionRecall)}`,
        `denied emotions present ${figures.deniedEmotionPresent}/${figures.deniedEmotions}`,
      ].join(' · '),
    );
  }

// Scores readings composed without a model, for the same number of dreams in each language.
for (const [half, held] of [
  ['tuned', false],
  ['held', true],
]) {
  const { readings: composed, records } = await composeLabelled(
    'knowledge',
    dreams.filter((dream) => isHeldOut(dream) === held),
  );
  const { readings, sentences, recommended, wrongCase, offTopic, announcing, verbatim } = scoreComposed(
    composed,
    records,
    splitSentences,
  );
  console.log(
    [
      `${half} composed (${readings} readings, ${sentences} sentences)`,
      `wrong case ${share(wrongCase)}`,
      `off-topic recommendations ${share(offTopic)} of ${recommended}`,
      `announcing ${share(announcing)}`,
      `verbatim in 3 or more ${share(verbatim)}`,
    ].join(' · '),
  );
}
