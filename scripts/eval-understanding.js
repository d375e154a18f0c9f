// Prints how well symbols and emotions of dreams are recognized, for the tuned and the held-out half: `npm run
// eval:understanding`.
import { readJsonLines } from './read-json-lines.js';
import { createDreamReader } from './understanding/read-dream.js';
import { splitSentences } from '../dist/libs/text/src/index.js';
import { composeLabelled } from './understanding/compose-labelled.js';
import { isHeldOut, score } from './understanding/score.js';
import { scoreComposed } from './understanding/score-composed.js';

const read = await createDreamReader('knowledge');
const isMore = ({ id }) => id.startsWith('dev-');
const dreams = ['ko', 'en', 'more'].flatMap((name) => readJsonLines(`test/understanding/dreams-${name}.jsonl`));
const results = dreams.map((dream) => ({ dream, found: read(dream) }));

const share = (value) => value.toFixed(3);
const isOdd = ({ id }) => Number(id.slice(-3)) % 2 === 1;
const groups = [
  { half: 'tuned', isIn: (dream) => !isMore(dream) && !isHeldOut(dream) },
  { half: 'held', isIn: (dream) => !isMore(dream) && isHeldOut(dream) },
  { half: 'more odd', isIn: (dream) => isMore(dream) && isOdd(dream) },
  { half: 'more even', isIn: (dream) => isMore(dream) && !isOdd(dream) },
];
for (const { half, isIn } of groups)
  for (const locale of ['ko', 'en', 'all']) {
    const figures = score(results.filter(({ dream }) => isIn(dream) && (locale === 'all' || dream.locale === locale)));
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
    dreams.filter((dream) => !isMore(dream) && isHeldOut(dream) === held),
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
