import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type Locale, stableHash } from '@app/text';
import { growth } from '@app/text/testing';
import { CARE_TOPICS, type CareTopic, careData } from './care-data.js';
import { CareGate } from './care-gate.js';
import { conceptData } from './concept-data.js';
import { readSafetyData } from './read-safety-data.js';
import { TextReader } from './text-reader.js';

const data = readSafetyData('knowledge', 'care.json', careData);
const gate = new CareGate(data, new TextReader(readSafetyData('knowledge', 'concepts.json', conceptData)));
const isUrgent = (text: string) => gate.topicsOf([text]).some(({ needsCrisisAnswer }) => needsCrisisAnswer);

interface Labelled {
  readonly text: string;
  readonly locale: Locale;
  readonly topic: CareTopic | null;
}

const read = (name: string): readonly Labelled[] =>
  readFileSync(`test/safety/${name}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);

const all = [...read('care-texts.jsonl'), ...read('care-negatives.jsonl')];
/** Only the texts of the tuned half may be used to improve the patterns. */
const HALVES = ['tuned', 'held-out'] as const;
const halfOf = ({ text }: Labelled) => HALVES[stableHash(text) % 2];
const topics = ({ text }: Labelled) => gate.topicsOf([text]).map(({ topic }) => topic);

describe('CareGate', () => {
  it.each(HALVES)('finds care texts and lets hard negatives pass (%s half)', (half) => {
    const rows = all.filter((row) => halfOf(row) === half);
    const care = rows.filter(({ topic }) => topic !== null);
    const negatives = rows.filter(({ topic }) => topic === null);
    const missed = care.filter((row) => !topics(row).length);
    const misnamed = care.filter((row) => row.topic && topics(row).length > 0 && !topics(row).includes(row.topic));
    const stopped = negatives.filter((row) => topics(row).length > 0);
    const counts = (['ko', 'en'] as const).map((locale) => {
      const of = (list: readonly Labelled[]) => list.filter((row) => row.locale === locale).length;
      return `  ${locale}: ${of(care) - of(missed)} of ${of(care)} found, ${of(misnamed)} under another topic, ${of(stopped)} of ${of(negatives)} false alarms`;
    });
    process.stdout.write(`Care texts, ${half} half (data of ${data.date}):\n${counts.join('\n')}\n`);
    expect((care.length - missed.length - misnamed.length) / care.length).toBeGreaterThanOrEqual(0.95);
    expect(stopped.length / negatives.length).toBeLessThanOrEqual(0.03);
  });

  it('finds no urgent topic in the hard negatives of the crisis lists', () => {
    const safe = ['crisis-labelled.jsonl', 'crisis-fresh.jsonl']
      .flatMap((name) => read(name) as readonly (Labelled & { readonly kind: string })[])
      .filter(({ kind }) => kind === 'hard-negative');
    expect(safe.filter(({ text }) => isUrgent(text))).toEqual([]);
  });

  it.each([
    ['머릿속 목소리가 뛰어내리라고 명령해요', 'commanding-voices'],
    ['A voice keeps telling me to hurt my sister', 'commanding-voices'],
    ['이대로 영영 잠들고 싶어요', 'passive-death-wish'],
    ["I wish I wouldn't wake up tomorrow", 'passive-death-wish'],
    ['오늘 밤에 그 사람 죽이러 갑니다', 'violent-urges'],
  ] as const)('answers “%s” with help lines', (text, topic) => {
    expect(isUrgent(text)).toBe(true);
    expect(gate.topicsOf([text])).toContainEqual({ topic, confidence: 0.9, needsCrisisAnswer: true });
  });

  it.each([
    ['my late mom came to tea', ['bereavement']],
    ['I was late for work', []],
    ['돌아가신 할머니를 뵈었어요', ['bereavement']],
    ['돌아가는 길에 할머니를 뵈었어요', []],
    ['돌아가신 건 아니고 시골에 사시는 할머니를 뵈었어요', []],
    ['돌아가신 줄 알았는데 할머니가 웃고 계셨어요', []],
    ['머리카락 빠지는 꿈은 부모님이 돌아가신다는 뜻이라던데 걱정이에요', []],
    ['할아버지가 돌아가신 꿈을 꿨는데 할아버지는 건강하세요', []],
    ['아버지가 돌아가시는 꿈을 꾸고 깼어요. 빈소에 저 혼자 앉아 영정을 봤어요', []],
    ["My gran hasn't passed away, she lives in Leeds", []],
    ['할머니 돌아가신 건 아직 믿기지 않아요', ['bereavement']],
    ['할머니 돌아가신 다음부터 잠이 안 와요', ['bereavement']],
    ['돌아가신 다음 날 눈이 왔어요', ['bereavement']],
    ['돌아가신 다정한 할머니가 꿈에서 웃으셨어요', ['bereavement']],
    ['언젠가 돌아가신다 정말 그렇게 되겠지요', []],
    ['I dreamed my dog died', []],
    ['My dog died. I dreamed of the sea', ['bereavement']],
    ['I dreamed of the sea. My dog was there and then my dog died', []],
    ['꿈에서 남편이 저를 때렸어요', []],
    ['남편이 저를 때렸어요', ['abuse']],
    ['I was beaten up and then hit by a car', ['abuse']],
    ['He pushed me and I got hit by a car', ['abuse']],
    ['I got hit by a car last week', []],
    ['I was hit by a drunk driver', []],
    ['I was hit by the bus driver', ['abuse']],
    ['할아버지 유산 문제로 다퉈요', []],
  ] as const)('reads “%s” as %j', (text, expected) => {
    expect(gate.topicsOf([text]).map(({ topic }) => topic)).toEqual(expected);
  });

  it('returns the acknowledgement of the most urgent topic and the rules of all', () => {
    const matches = gate.topicsOf(['작년에 유산했어요', '돌아가신 엄마가 보고 싶어요']);
    expect(matches.map(({ topic }) => topic)).toEqual(['pregnancy-loss', 'bereavement']);
    const care = gate.careFor(matches, 'ko');
    expect(care).toMatchObject({
      topic: 'pregnancy-loss',
      acknowledgement: data.topics['pregnancy-loss'].acknowledgement.ko,
    });
    expect(care?.rules).toEqual(expect.arrayContaining([...data.topics.bereavement.rules]));
    expect(gate.careFor([], 'ko')).toBeUndefined();
  });

  it.each(CARE_TOPICS)('has words, lines and rules for %s unless it goes to the crisis answer', (topic) => {
    const { acknowledgement, lines, rules, always, waking } = data.topics[topic];
    const isCrisisOnly = [always, waking].every(({ ko, en }) => ko.length + en.length === 0);
    if (isCrisisOnly) return expect(data.topics[topic].urgent.ko.length).toBeGreaterThan(0);
    for (const locale of ['ko', 'en'] as const) {
      expect(acknowledgement[locale]).not.toBe('');
      expect(lines[locale].length).toBeGreaterThan(0);
    }
    expect(rules.length).toBeGreaterThan(0);
  });

  it.each([
    ['I dreamt my dog who died last week was running in a field.', ['bereavement']],
    ['I dreamt of our cat that had passed, asleep on the sofa.', ['bereavement']],
    ['My late dog sat at the door in my dream.', ['bereavement']],
    ['I dreamt of a man who died on a hill.', []],
    ['I dreamt my dog who passed the ball was laughing.', []],
  ])('reads a loss told inside a dream: %s', (text, topics) => {
    expect(gate.topicsOf([text]).map(({ topic }) => topic)).toEqual(topics);
  });

  it('avoids only tags that the knowledge pack uses', () => {
    const pack =
      readFileSync('knowledge/domain/dream.jsonl', 'utf8') + readFileSync('knowledge/domain/tarot.jsonl', 'utf8');
    const tags = CARE_TOPICS.flatMap((topic) => data.topics[topic].avoidTags);
    expect(tags.filter((tag) => !pack.includes(`"${tag}"`))).toEqual([]);
  });

  it.each(['my late mom ', '돌아가신 할머니 ', 'i dreamed and ', '뱀', ' the voices want ', '꿈에서 '])(
    'takes linear time on repeated “%s”',
    (piece) => {
      expect(growth((text) => gate.topicsOf([text]), piece, 4_000)).toBeLessThan(9);
    },
  );
});
