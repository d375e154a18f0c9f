import { analyzeRelations } from '@gracefullight/saju';
import { relationsAmong } from '../../dist/libs/divination/src/saju/relations.js';
import { Tally } from './tally.js';

/** Names of our relations in @gracefullight/saju and in ssaju; neither library has all of them. */
const GRACEFUL = {
  stemCombination: 'stemCombination',
  stemClash: 'stemClash',
  sixCombination: 'sixCombination',
  halfCombination: 'halfCombination',
  tripleCombination: 'tripleCombination',
  directionalCombination: 'directionalCombination',
  clash: 'clash',
  punishment: 'punishment',
  break: 'destruction',
  harm: 'harm',
};
const SSAJU = {
  directionalCombination: '방합',
  tripleCombination: '삼합',
  halfCombination: '반합',
  sixCombination: '육합',
  clash: '충',
  punishment: '형',
  break: '파',
  harm: '해',
  resentment: '원진',
};
const STEM_CLASHES = ['庚甲', '乙辛', '丙壬', '丁癸'].map(inOrder);
/** First and last branch of a triple combination, without the middle one. */
const OUTER_PAIRS = ['申辰', '亥未', '寅戌', '巳丑'].map(inOrder);

const GRACEFUL_RULES = {
  '형: the library names each kind once in a chart': ({ relation, extra }) =>
    relation === 'punishment' && extra.length === 0,
};
const SSAJU_RULES = {
  '형: the library knows pairs of different branches only, no 자형 and no complete 삼형': ({
    relation,
    missing,
    extra,
  }) =>
    relation === 'punishment' &&
    extra.length === 0 &&
    missing.every((each) => each.length === 3 || each[0] === each[1]),
  '천간충: the library counts stems that control each other, as 甲戊': ({ relation, missing, extra }) =>
    relation === 'stemClash' && missing.length === 0 && extra.every((pair) => !STEM_CLASHES.includes(pair)),
  '반합: the library counts pairs without the middle branch, as 寅戌': ({ relation, missing, extra }) =>
    relation === 'halfCombination' && missing.length === 0 && extra.every((pair) => OUTER_PAIRS.includes(pair)),
  '반합: the library drops those of a complete 삼합': ({ relation, extra, hasTriple }) =>
    relation === 'halfCombination' && hasTriple && extra.every((pair) => OUTER_PAIRS.includes(pair)),
};

export const relationTallies = () => ({
  relations: new Tally('합·충·형·파·해', '@gracefullight/saju', GRACEFUL_RULES),
  relationsToo: new Tally('합·충·형·파·해·원진', 'ssaju', SSAJU_RULES),
});

function inOrder(characters) {
  return [...characters].sort((one, other) => one.localeCompare(other)).join('');
}

const distinct = (list) => [...new Set(list)].sort((one, other) => one.localeCompare(other));

/** The different branches of a relation, each once; a relation of a branch with itself stays a pair. */
function once(characters) {
  const different = new Set(characters);
  return different.size === 1 ? characters.slice(0, 2) : [...different].join('');
}

export function compareRelations(tallies, { chart, texts, placed, shown }) {
  const all = relationsAmong(placed);
  const ours = (relation) =>
    distinct(all.filter((each) => each.relation === relation).map(({ characters }) => inOrder(once(characters))));
  const hasTriple = ours('tripleCombination').length > 0;
  const graceful = analyzeRelations(...texts).all.filter(({ isComplete }) => isComplete !== false);
  for (const [relation, name] of Object.entries(GRACEFUL)) {
    const theirs = graceful
      .filter(({ type }) => type.key === name)
      .map(({ pair, branches }) => inOrder(once((pair ?? branches).join(''))));
    compare(tallies.relations, relation, ours(relation), distinct(theirs));
  }
  for (const [relation, name] of Object.entries(SSAJU))
    compare(tallies.relationsToo, relation, ours(relation), ssajuSets(chart, name));
  for (const [relation, name] of [
    ['stemCombination', '합'],
    ['stemClash', '충'],
  ]) {
    const theirs = chart.stemRelations.filter(({ type }) => type === name).map(({ stems }) => inOrder(stems.join('')));
    compare(tallies.relationsToo, relation, ours(relation), distinct(theirs));
  }

  function compare(tally, relation, mine, theirs) {
    const missing = mine.filter((each) => !theirs.includes(each));
    const extra = theirs.filter((each) => !mine.includes(each));
    const difference = { relation, missing, extra, hasTriple, shown: { shown, relation, missing, extra } };
    tally.compare(missing.length + extra.length === 0, difference);
  }
}

/** The relations of one kind in ssaju, which lists them for each pillar as `巳寅 형, 申寅 형`. */
const ssajuSets = (chart, name) =>
  distinct(
    Object.values(chart.branchRelations[name] ?? {})
      .flatMap((text) => text.split(','))
      .map((each) => inOrder(each.trim().split(' ')[0])),
  );
