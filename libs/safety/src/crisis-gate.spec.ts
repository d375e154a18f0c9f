import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ReadingMetrics, TimingWindows } from '@app/metrics';
import { recordingRegistry } from '@app/metrics/testing';
import fc from 'fast-check';
import { careData } from './care-data.js';
import { CareGate } from './care-gate.js';
import { conceptData } from './concept-data.js';
import { CrisisGate } from './crisis-gate.js';
import { crisisPhrases } from './crisis-phrases.js';
import { helpLines } from './help-lines.js';
import { readSafetyData } from './read-safety-data.js';
import { SafetyDataError } from './safety-data.error.js';
import { TextReader } from './text-reader.js';
import type { Locale } from '@app/text';

const phrases = readSafetyData('knowledge', 'crisis-phrases.json', crisisPhrases);
const lines = readSafetyData('knowledge', 'help-lines.json', helpLines);
const registry = recordingRegistry();
const reader = new TextReader(readSafetyData('knowledge', 'concepts.json', conceptData));
const care = new CareGate(readSafetyData('knowledge', 'care.json', careData), reader);
const gate = new CrisisGate(phrases, lines, new ReadingMetrics(registry, new TimingWindows()), care, reader);

interface Labelled {
  readonly text: string;
  readonly locale: Locale;
  readonly label: 'crisis' | 'safe';
  readonly kind: 'explicit' | 'indirect' | 'hard-negative';
  readonly batch?: string;
}

const read = (name: string): readonly Labelled[] =>
  readFileSync(`test/safety/${name}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);

const hits = (rows: readonly Labelled[]) => rows.filter(({ text }) => gate.check([text])).length;

function report(title: string, rows: readonly Labelled[]) {
  const groups = Object.entries(Object.groupBy(rows, ({ kind, locale }) => `${kind} ${locale}`));
  const shares = groups.map(([group, members]) => `  ${group}: ${hits(members)} of ${members.length} stopped`);
  process.stdout.write(`${title}\n${shares.join('\n')}\n`);
  const of = (kind: Labelled['kind']) => rows.filter((row) => row.kind === kind);
  const share = (kind: Labelled['kind']) => (of(kind).length === 0 ? 0 : hits(of(kind)) / of(kind).length);
  return { recall: share('explicit'), indirect: share('indirect'), falseAlarms: share('hard-negative') };
}

describe('CrisisGate', () => {
  const labelled = read('crisis-labelled.jsonl');

  it('finds explicit crisis texts and passes hard negatives of the labelled list', () => {
    expect(labelled.filter(({ label }) => label === 'crisis').length).toBeGreaterThanOrEqual(150);
    expect(labelled.filter(({ label }) => label === 'safe').length).toBeGreaterThanOrEqual(300);
    const { recall, falseAlarms } = report(`Labelled list (phrases of ${phrases.date}):`, labelled);
    expect(recall).toBeGreaterThanOrEqual(0.95);
    expect(falseAlarms).toBeLessThanOrEqual(0.02);
  });

  it('does so on held-out sentences and on those it was tuned on later', () => {
    const fresh = read('crisis-fresh.jsonl');
    const untouched = report(
      'Sentences never tuned on:',
      fresh.filter(({ batch }) => batch === 'd'),
    );
    expect(untouched.recall).toBeGreaterThanOrEqual(0.95);
    expect(untouched.falseAlarms).toBeLessThanOrEqual(0.02);
    const learnt = report(
      'Sentences tuned on since:',
      fresh.filter(({ batch }) => batch !== 'd'),
    );
    expect(learnt.recall).toBeGreaterThanOrEqual(0.95);
    expect(learnt.falseAlarms).toBeLessThanOrEqual(0.02);
  });

  it('passes nearly all texts of the knowledge pack', () => {
    const files = ['corpus/dream-psychology.jsonl', 'domain/concepts.jsonl', 'persona/coach.jsonl'];
    const texts = files.flatMap((file) => readFileSync(`knowledge/${file}`, 'utf8').trim().split('\n'));
    const stopped = texts.filter((text) => gate.check([text])).length;
    process.stdout.write(`Knowledge pack: ${stopped} of ${texts.length} records stopped\n`);
    expect(stopped / texts.length).toBeLessThanOrEqual(0.02);
  });

  it.each([
    '죽고 싶어요',
    '죽.고.싶.어.요',
    '죽 고 싶 어',
    'ㅈㅏ살하고 싶다',
    'k1ll mys3lf',
    'I w4nt to kiII myself… kill myself',
    'ＫＩＬＬ ＭＹＳＥＬＦ',
    'ㅈㅏㅅㅏㄹ하고 싶어',
    'ㅈ.ㅜ.ㄱ.ㄱ.ㅗ 싶어요',
    'I want to kіll mуsеlf',
    'k̶i̶l̶l̶ m̶y̶s̶e̶l̶f̶',
    'thinking about su!c!de every day',
    'wanna d1e',
    'I want to dieeeee',
    'wnrrh tlvek',
    'die 하고 싶어요',
    '요즘 suicide 생각만 해',
    'I just want to 죽고싶어',
    '죽구시퍼',
    '고마 죽고 잡다',
    'i want to kil myslef',
    'A whisper in my nightmares says never wake up, and honestly I think it has a point.',
    '꿈에서 누가 깨어나지 말라고 해요. 낮에도 그 말이 맞는 것 같아요',
    'I have to say goodbye to my kids. I am so tired.',
    "I have to say goodbye to my kids, I'm so tired",
    'I have to say goodbye to my parents, I am sorry',
    'I had to say goodbye to my son tonight, I am so tired of it all',
    '꿈에서 죽었는데 깨고 나니 살아 있는 게 허무했어요',
    '꿈에서 제가 죽었어요. 깨고 나서 아직 살아 있다는 게 너무 슬펐어요',
    '죽는 꿈을 꿨는데 아직 살아 있어서 울었어요',
  ])('sees through spacing and spelling: %s', (text) => {
    expect(gate.check([text])).toBeDefined();
  });

  it.each([
    '커피를 마시는 꿈',
    '피곤해 죽겠어요',
    '뱀한테 물려 죽는 꿈을 꿨어요',
    'I dreamed that I died',
    'my phone died',
    'I would step off the kerb with the red fox and end up on the same side',
    'suicide squad was fun',
    'I arrived at 4pm!',
    'Wow! 3 snakes and 1 dog',
    '호박죽을 먹는 꿈',
    '죽고 싶은 건 아니에요. 그냥 피곤해요',
    '꿈에서 고양이가 멀리 사라졌어요. 깨고 나서 많이 울었어요',
    '강도한테 죽는 꿈이었어요. 깨서 너무 슬펐어요',
    'We had to say goodbye to our old cat last week. In the dream she slept on the piano.',
    'I have to say goodbye to my kids every morning at nursery. I am so tired.',
    'We had to say goodbye to our grandmother last week and I am exhausted.',
    '엄마가 죽는 꿈을 꿨는데 깨고 나니 살아 있어서 울었어요',
    '강아지가 작년에 죽었어요. 꿈에서는 살아 있어서 깨고 나서 슬펐어요',
    '죽은 고양이가 꿈에서 살아 있는 게 꿈이라서 허무했어요',
    "I dreamed that my sister wouldn't wake up. I think she is right about the move.",
  ])('passes %s', (text) => {
    expect(gate.check([text])).toBeUndefined();
  });

  it('checks every text separately, history included', () => {
    expect(gate.check(['안녕하세요', '어제 꿈을 꿨어요', '자살하고 싶어요'])).toBeDefined();
    expect(gate.check(['죽고', '싶은 것이 많아요'])).toBeUndefined();
    expect(gate.check([])).toBeUndefined();
  });

  it('answers in the request’s locale and in the language of the text', () => {
    const korean = gate.check(['죽고 싶어요'], 'ko');
    expect(korean).toEqual({ locale: 'ko', ...lines.locales.ko });
    const both = gate.check(['I want to kill myself'], 'ko');
    expect(both?.lines.map(({ number }) => number)).toEqual(expect.arrayContaining(['109', '988']));
    expect(both?.message).toContain(lines.locales.en.message);
  });

  it('counts a hit without exposing its text', async () => {
    gate.check(['자살하고 싶어요 비밀번호는 사과나무'], 'ko');
    const metrics = await registry.prometheus.metrics();
    expect(metrics).toMatch(/reading_safety_total\{locale="ko"\} \d+/);
    expect(metrics).not.toContain('사과나무');
  });

  it('finds a crisis sentence anywhere in a long text', () => {
    const quiet = '바다를 걷는 꿈이었어요. ';
    fc.assert(
      fc.property(fc.nat({ max: 300 }), fc.nat({ max: 300 }), (before, after) => {
        expect(gate.check([quiet.repeat(before) + '죽고 싶어요. ' + quiet.repeat(after)])).toBeDefined();
      }),
      { numRuns: 50 },
    );
  });

  it('takes linear time on 64 KB of adversarial input', () => {
    const cpuMs = (text: string) => {
      const before = process.cpuUsage();
      gate.check([text]);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1_000;
    };
    const adversarial = [
      'a',
      ' i want to ',
      '죽고',
      '꿈에서 가나다라 ',
      '생을 이제 그만 ',
      'not really not really ',
      '\n',
      '살',
    ];
    const slowest = Math.max(
      ...adversarial.map((piece) => cpuMs(piece.repeat(Math.ceil(65_536 / piece.length)).slice(0, 65_536))),
    );
    process.stdout.write(`64 KB of adversarial input: at most ${slowest.toFixed(0)} ms CPU\n`);
    // Quadratic matching would take minutes.
    expect(slowest).toBeLessThan(2_000);
  });

  it('rejects missing lists and names the file', () => {
    expect(() => readSafetyData('nowhere', 'crisis-phrases.json', crisisPhrases)).toThrow(SafetyDataError);
    expect(() => readSafetyData('nowhere', 'crisis-phrases.json', crisisPhrases)).toThrow(
      /safety.crisis-phrases\.json/,
    );
  });
});

describe('the stems of the crisis phrases', () => {
  const { words, stems, anywhere, outsideDreams } = phrases.sentences;
  const group = (_: string, name: string) => `(?:${(words[name] ?? []).join('|')})`;
  const stemPattern = { ko: new RegExp(stems.ko.join('|')), en: new RegExp(` (?:${stems.en.join('|')})`) };

  it.each(['ko', 'en'] as const)('occur in every match of a pattern (%s)', (locale) => {
    for (const pattern of [...anywhere[locale], ...outsideDreams[locale]]) {
      const plain = withoutAssertions(pattern.replaceAll(/\{([a-z]+)\}/g, group));
      const texts = fc.sample(fc.stringMatching(new RegExp(plain)), { numRuns: 60, seed: 7 });
      const stemless = texts.filter((text) => !stemPattern[locale].test(text));
      expect({ pattern, stemless }).toEqual({ pattern, stemless: [] });
    }
  });
});

/** Removes look-arounds and word boundaries from a pattern, because fast-check cannot generate text for them. */
function withoutAssertions(pattern: string): string {
  let plain = '';
  for (let at = 0; at < pattern.length; at++) {
    if (/^\(\?(?:<?[=!])/.test(pattern.slice(at, at + 4))) at = endOfGroup(pattern, at);
    else plain += pattern[at] === '\\' ? pattern[at++]! + pattern[at]! : pattern[at];
  }
  return plain.replaceAll(String.raw`\b`, '');
}

function endOfGroup(pattern: string, start: number): number {
  let depth = 0;
  for (let at = start; at < pattern.length; at++) {
    if (pattern[at] === '\\') at++;
    else if (pattern[at] === '(') depth++;
    else if (pattern[at] === ')' && --depth === 0) return at;
  }
  return pattern.length;
}
