import { analyzeFourPillarsNayin, analyzeSinsals, analyzeTwelveStages } from '@gracefullight/saju';
import lunar from 'lunar-javascript';
import { calculateSaju } from 'ssaju';
import { branchAt } from '../../dist/libs/divination/src/saju/branch.js';
import { LIFE_STAGE_NAMES, lifeStage } from '../../dist/libs/divination/src/saju/life-stage.js';
import { parsePillar } from '../../dist/libs/divination/src/saju/pillar.js';
import { soundElement } from '../../dist/libs/divination/src/saju/sound-element.js';
import { spiritStars } from '../../dist/libs/divination/src/saju/spirit-star.js';
import { TWELVE_SPIRIT_NAMES, twelveSpirit } from '../../dist/libs/divination/src/saju/twelve-spirits.js';
import { voidBranches } from '../../dist/libs/divination/src/saju/void-branches.js';
import { compareRelations, relationTallies } from './relations.js';
import { Tally } from './tally.js';

const { LunarUtil } = lunar;
const PLACES = ['year', 'month', 'day', 'hour'];

/** Names of our stars in @gracefullight/saju. */
const STARS = {
  heavenlyNoble: 'skyNoble',
  literaryNoble: 'literaryNoble',
  academicHall: 'academicHall',
  greatUltimateNoble: 'taijiNoble',
  goldenCarriage: 'goldenCarriage',
  hiddenProsperity: 'hiddenWealth',
  blade: 'sheepBlade',
  redFlame: 'redFlame',
  heavenlyVirtue: 'heavenlyVirtue',
  monthlyVirtue: 'monthlyVirtue',
  heavenlyDoctor: 'heavenlyDoctor',
  solitary: 'solitaryStar',
  widowed: 'widowStar',
  redPhoenix: 'redPhoenix',
  heavenlyJoy: 'heavenlyJoy',
  ghostGate: 'ghostGate',
  whiteTiger: 'whiteTiger',
  commander: 'kuiGang',
};
const STAR_RULES = {
  '괴강: the library lists four pillars, without 壬戌': ({ star, pillars }) =>
    star === 'commander' && pillars.includes('壬戌'),
  '암록: the library’s table is not the six combination of 건록': ({ star }) => star === 'hiddenProsperity',
  '귀문관: the library pairs 子卯, 丑寅, 午酉, 未申 instead of 子酉, 丑午, 寅未, 卯申': ({ star }) =>
    star === 'ghostGate',
  '천희: the library judges by the day branch too': ({ star, ours, theirs }) =>
    star === 'heavenlyJoy' && ours.every((place) => theirs.includes(place)),
};

const SPIRITS = {
  robbery: 'robbery',
  disaster: 'disaster',
  heavenKiller: 'heavenlyKiller',
  earthKiller: 'earthlyKiller',
  peachBlossom: 'peachBlossom',
  moonKiller: 'monthKiller',
  lostSpirit: 'lostSpirit',
  general: 'generalStar',
  saddle: 'saddleMount',
  travellingHorse: 'skyHorse',
  canopy: 'floweryCanopy',
};

export function compareSaju(count, random) {
  const tallies = {
    stars: new Tally('신살', '@gracefullight/saju', STAR_RULES),
    spirits: new Tally('12신살 by year and day', '@gracefullight/saju', {}),
    spiritsByYear: new Tally('12신살 by year', 'ssaju', {}),
    ...relationTallies(),
    stages: new Tally('12운성', '@gracefullight/saju', {}),
    stagesToo: new Tally('12운성', 'ssaju', {}),
    voids: new Tally('공망', 'ssaju', {}),
    voidsToo: new Tally('공망', 'lunar-javascript', {}),
    sounds: new Tally('납음', '@gracefullight/saju', SOUND_RULES),
    soundsToo: new Tally('납음', 'lunar-javascript', {}),
  };
  for (let index = 0; index < count; index++) compareChart(tallies, randomChart(random));
  return Object.values(tallies);
}

/** 沙 and 砂, and 鑞 and 蠟, are variants of the same character. */
const SOUND_RULES = {
  'another writing of the same name': ({ own, sound }) =>
    own.ko.startsWith(sound.korean) && own.element === sound.element,
};

function randomChart({ below }) {
  const at = new Date(Date.UTC(1901, 0, 1) + below(198 * 365) * 86_400_000);
  const date = { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
  const chart = calculateSaju({ ...date, hour: below(24), minute: below(60), gender: '남', calendar: 'solar' });
  const texts = PLACES.map((place) => chart.pillars[place]);
  const pillars = Object.fromEntries(PLACES.map((place, index) => [place, parsePillar(texts[index])]));
  return { chart, texts, pillars };
}

function compareChart(tallies, { chart, texts, pillars }) {
  const shown = texts.join(' ');
  const { summary } = analyzeSinsals(...texts);
  const bearers = spiritStars(pillars);
  for (const [star, theirName] of Object.entries(STARS)) {
    const [ours, theirs] = [sorted(bearers[star]), sorted(summary[theirName])];
    const difference = { star, pillars: texts, ours, theirs, shown: { shown, star, ours, theirs } };
    tallies.stars.compare(ours.join() === theirs.join(), difference);
  }
  compareSpirits(tallies, { chart, pillars, summary, shown });
  compareStages(tallies, { chart, texts, pillars, shown });
  const voids = voidBranches(pillars.day).map((at) => branchAt(at).hanja);
  tallies.voids.compare(sorted(voids).join() === sorted(chart.gongmang.branches).join(), { shown });
  tallies.voidsToo.compare(voids.join('') === LunarUtil.getXunKong(texts[2]), { shown });
  compareRelations(tallies, {
    chart,
    texts,
    placed: PLACES.map((place) => ({ place, pillar: pillars[place] })),
    shown,
  });
}

const sorted = (list) => [...new Set(list ?? [])].sort((one, other) => one.localeCompare(other));

function compareSpirits(tallies, { chart, pillars, summary, shown }) {
  const { year, day } = pillars;
  const by = (base, place) => twelveSpirit(base.branch, pillars[place].branch);
  for (const [spirit, theirName] of Object.entries(SPIRITS)) {
    const ours = sorted(PLACES.filter((place) => by(year, place) === spirit || by(day, place) === spirit));
    const theirs = sorted(summary[theirName]);
    tallies.spirits.compare(ours.join() === theirs.join(), { shown: { shown, spirit, ours, theirs } });
  }
  for (const place of PLACES) {
    const ours = TWELVE_SPIRIT_NAMES[by(year, place)].ko;
    const theirs = chart.sals[place].twelveSal.replace('년살', '연살').replace('살', '');
    tallies.spiritsByYear.compare(ours.startsWith(theirs), { shown: { shown, place, ours, theirs } });
  }
}

function compareStages(tallies, { chart, texts, pillars, shown }) {
  const stages = analyzeTwelveStages(...texts);
  const sounds = analyzeFourPillarsNayin(...texts);
  for (const place of PLACES) {
    const ours = LIFE_STAGE_NAMES[lifeStage(pillars.day.stem, pillars[place].branch)].ko;
    const [theirs, theirsToo] = [stages[place].korean, chart.stages12.bong[place]];
    tallies.stages.compare(ours.startsWith(`${theirs}(`), { shown: { shown, place, ours, theirs } });
    tallies.stagesToo.compare(ours.startsWith(`${theirsToo}(`), { shown: { shown, place, ours, theirsToo } });
    const own = soundElement(pillars[place]);
    const sound = sounds[place];
    const isEqual = own.hanja === sound.hanja && own.element === sound.element;
    tallies.sounds.compare(isEqual, { own, sound, shown: { shown, place, own, sound } });
    const third = LunarUtil.NAYIN[texts[PLACES.indexOf(place)]];
    // lunar-javascript uses simplified characters, so only the last character, the element, is compared.
    tallies.soundsToo.compare(third.at(-1) === own.hanja.at(-1), { shown: { shown, place, own, third } });
  }
}
