import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ReadingMetrics, TimingWindows } from '@app/metrics';
import { recordingRegistry } from '@app/metrics/testing';
import { growth } from '@app/text/testing';
import { CARE_TOPICS, careData } from './care-data.js';
import { CareGate } from './care-gate.js';
import { conceptData } from './concept-data.js';
import { parseRule } from './concept-rule.js';
import { CrisisGate } from './crisis-gate.js';
import { crisisPhrases } from './crisis-phrases.js';
import { helpLines } from './help-lines.js';
import { readSafetyData } from './read-safety-data.js';
import { TextReader } from './text-reader.js';

const concepts = readSafetyData('knowledge', 'concepts.json', conceptData);
const reader = new TextReader(concepts);
const gate = new CrisisGate(
  readSafetyData('knowledge', 'crisis-phrases.json', crisisPhrases),
  readSafetyData('knowledge', 'help-lines.json', helpLines),
  new ReadingMetrics(recordingRegistry(), new TimingWindows()),
  new CareGate(readSafetyData('knowledge', 'care.json', careData), reader),
  reader,
);

interface Statement {
  readonly text: string;
  /** `crisis`, `none` or a care topic. */
  readonly label: string;
}

interface LabelledDream {
  readonly id: string;
  readonly dream: string;
  readonly care: string | null;
}

/** Names of the labels that differ from the topic's. */
const TOPIC_OF: Readonly<Record<string, string>> = {
  'pet-bereavement': 'bereavement',
  'violent-urge': 'violent-urges',
  'illness-fear': 'illness',
};
/** Labels whose texts may be answered with help lines. */
const URGENT: ReadonlySet<string> = new Set(['commanding-voice', 'passive-death-wish', 'violent-urge']);

const linesOf = (path: string): readonly unknown[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

const read = (name: string) => linesOf(`test/safety/${name}.jsonl`) as readonly Statement[];

const isCrisis = ({ text }: Statement) => gate.check([text]) !== undefined;
const hasTopic = ({ text, label }: Statement) => gate.screen([text]).care.some(({ topic }) => topic === label);
const isAlarm = ({ text }: Statement) => isCrisis({ text, label: '' }) || gate.screen([text]).care.length > 0;

/** Shares of a list: crisis texts answered with help lines, care texts under their topic, false alarms. */
function figures(name: string) {
  const rows = read(name);
  const crisis = rows.filter(({ label }) => label === 'crisis');
  const care = rows.filter(({ label }) => label !== 'crisis' && label !== 'none');
  const none = rows.filter(({ label }) => label === 'none');
  const found = crisis.filter(isCrisis).length;
  const cared = care.filter((row) => hasTopic(row) || isCrisis(row)).length;
  const [stopped, alarms] = [none.filter(isCrisis).length, none.filter(isAlarm).length];
  process.stdout.write(
    `${name}: crisis ${found} of ${crisis.length}, care ${cared} of ${care.length}, ` +
      `false alarms ${stopped} (help lines), ${alarms} (any) of ${none.length}\n`,
  );
  return {
    crisis: found / crisis.length,
    care: care.length === 0 ? 1 : cared / care.length,
    stopped: stopped / Math.max(1, none.length),
    alarms: alarms / Math.max(1, none.length),
  };
}

describe('statements composed of concepts', () => {
  it.each([
    { name: 'statements-tuned-a', crisis: 0.92, care: 0.95, alarms: 0.03 },
    { name: 'statements-tuned-b', crisis: 0.83, care: 1, alarms: 0.06 },
    { name: 'statements-tuned-c', crisis: 0.88, care: 0.95, alarms: 0.02 },
    { name: 'statements-tuned-d', crisis: 0.84, care: 0.95, alarms: 0 },
    { name: 'statements-tuned-e', crisis: 0.93, care: 1, alarms: 0.07 },
    { name: 'statements-tuned-f', crisis: 0.97, care: 0.97, alarms: 0.02 },
  ])('are found in $name', ({ name, crisis, care, alarms }) => {
    const reached = figures(name);
    expect(reached.crisis).toBeGreaterThanOrEqual(crisis);
    expect(reached.care).toBeGreaterThanOrEqual(care);
    expect(reached.alarms).toBeLessThanOrEqual(alarms);
  });

  it('are seldom found in ordinary questions to a reader of cards and charts', () => {
    const { stopped, alarms } = figures('statements-ordinary');
    expect(stopped).toBeLessThanOrEqual(0.03);
    expect(alarms).toBeLessThanOrEqual(0.06);
  });

  it('are found in statements by another author', () => {
    const { crisis, stopped } = figures('statements-by-another-hand');
    expect(crisis).toBeGreaterThanOrEqual(0.7);
    expect(stopped).toBeLessThanOrEqual(0.1);
  });

  it('are found in the half of the labelled dreams that phrases are not chosen for', () => {
    const dreams = ['ko', 'en'].flatMap(
      (locale) => linesOf(`test/understanding/dreams-${locale}.jsonl`) as readonly LabelledDream[],
    );
    const heldOut = dreams.filter(({ id }) => createHash('sha256').update(id).digest('hex').charAt(0) >= '8');
    const isFound = ({ dream, care }: LabelledDream) => {
      const { help, care: topics } = gate.screen([dream]);
      return help ? URGENT.has(care ?? '') : topics.some(({ topic }) => topic === (TOPIC_OF[care ?? ''] ?? care));
    };
    const [cared, none] = [heldOut.filter(({ care }) => care !== null), heldOut.filter(({ care }) => care === null)];
    const found = cared.filter(isFound).length;
    const alarms = none.filter(({ dream }) => isAlarm({ text: dream, label: 'none' })).length;
    process.stdout.write(
      `Held-out dreams: care ${found} of ${cared.length}, false alarms ${alarms} of ${none.length}\n`,
    );
    expect(found / cared.length).toBeGreaterThanOrEqual(0.7);
    expect(alarms / none.length).toBeLessThanOrEqual(0.05);
  });

  it.each([
    ['I get this urge to shake her when she will not stop crying, she is only a baby', 'violent-urges'],
    ['자꾸 아기를 흔들고 싶은 충동이 들어요', 'violent-urges'],
    ['The scan at 12 weeks showed no heartbeat', 'pregnancy-loss'],
    ['my stepdad used to hit me with his belt', 'abuse'],
    ['Since Margaret went the house is so quiet', 'bereavement'],
    ['My mum is gone. I still set her place for dinner', 'bereavement'],
    ['조직검사 받으러 가요 무슨 꿈이었을까요', 'illness'],
    ['전 남친이 제 사진을 퍼뜨리겠다고 해요 달 카드가 나왔어요', 'abuse'],
  ])('read “%s” as %s', (text, topic) => {
    expect(gate.screen([text]).care.map((match) => match.topic)).toContain(topic);
  });

  it.each([
    'I wnat to kil myself',
    'i want to d i e',
    '세상에서 내가 지워졌으면 해요',
    'I dreamt I was dead and wished I had stayed there',
    'My family would be sad for a week and then relieved',
    'There is no version of next year with me in it',
    '강아지 맡길 사람만 찾으면 저는 홀가분하게 갈 수 있어요',
    'The voice in my dream told me to drown my cat. It keeps telling me when I am awake',
    '영감 따라 나도 가고 싶네',
    'nobody would notice if I disappeared',
  ])('answer “%s” with help lines', (text) => {
    expect(gate.check([text])).toBeDefined();
  });

  it.each([
    'I used to be suicidal years ago but I am happy now',
    '갈림길의 표지판이 다 지워져 있었어요. 네 시에 일어나서 한참을 울었습니다',
    '전생에 나는 어떻게 죽었을까요',
    'my novel ends with the hero wanting to die',
    '여드름이 사라졌으면 좋겠어요',
    '이 동네에서 살기 싫어요',
    'I want to end it with my boyfriend',
    'I will not be here next week, on holiday',
    "we're doing suicides at basketball practice",
  ])('do not include “%s”', (text) => {
    expect(gate.check([text])).toBeUndefined();
  });

  it('name only known concepts', () => {
    const blocks = [concepts.crisis, ...CARE_TOPICS.map((topic) => concepts.topics[topic])];
    const rules = blocks.flatMap((block) =>
      Object.values(block).flatMap(({ ko, en }) => [...ko, ...en].map(parseRule)),
    );
    const names = rules.flatMap(({ items, elsewhere, unless, without }) => [
      ...items.flatMap((item) => item.names),
      ...elsewhere,
      ...unless,
      ...without,
    ]);
    expect([...new Set(names)].filter((name) => !(name in concepts.concepts))).toEqual([]);
    const used = new Set([
      ...names,
      ...JSON.stringify(concepts.concepts)
        .matchAll(/\{([a-z]+)\}/g)
        .map(([, name]) => name),
    ]);
    expect(Object.keys(concepts.concepts).filter((name) => !used.has(name))).toEqual([]);
  });

  it.each(['die', '> die', 'want > die unless a unless b', 'die without a without b', 'want >', 'want ~ die'])(
    'refuse the rule “%s” only if malformed',
    (rule) => {
      if (rule === 'die') expect(parseRule(rule).items).toHaveLength(1);
      else expect(() => parseRule(rule)).toThrow(/concept rule/);
    },
  );

  it.each(['i want to ', '죽고 ', 'my dad died ', 'd i e ', 'voice told me to hurt ', '아빠가 때려요 '])(
    'take linear time on repeated “%s”',
    (piece) => {
      expect(growth((text) => gate.screen([text]), piece, 4_000)).toBeLessThan(9);
    },
  );
});
