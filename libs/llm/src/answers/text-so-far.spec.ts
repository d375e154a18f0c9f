import { describe, expect, it } from '@jest/globals';
import { TextSoFar } from './text-so-far.js';

const LONG =
  '꿈에 나온 뱀은 집으로 돌아오는 길을 알고 있었고, 비가 그친 뒤에는 조용히 마당을 지나 문 앞에서 잠시 기다렸다가 숲으로 갔다.';

const join = (...deltas: readonly string[]): string => {
  const text = new TextSoFar();
  return deltas.map((delta) => text.addDelta(delta)).join('') + text.end();
};

describe('TextSoFar', () => {
  it.each([
    ['deltas', ['물', '은 ', '물', '처럼'], '물은 물처럼'],
    ['snapshots', ['물', '물은 ', '물은 물', '물은 물처럼', '물은 물처럼'], '물은 물처럼'],
    ['doubled syllables', ['천', '천히 ', '쉬고'], '천천히 쉬고'],
    ['doubled syllables and nothing else', ['은', '은한'], '은은한'],
    ['doubled syllables twice', ['은', '은한', '은한 달'], '은한 달'],
    ['a short repetition', ['하', '하', '하하'], '하하하하'],
    ['the same punctuation twice', ['*', '**', '1', '10'], '***110'],
    ['a long text, once more', [LONG.slice(0, 40), LONG.slice(40), LONG], LONG],
    ['a long text, once more with its end', [LONG, `${LONG} 끝.`], `${LONG} 끝.`],
    ['a long text that begins alike', [LONG, `${LONG.slice(0, 40)}?`], `${LONG}${LONG.slice(0, 40)}?`],
  ])('joins %s', (_, deltas, expected) => {
    expect(join(...deltas)).toBe(expected);
  });

  it('skips what a snapshot repeats, whatever its length', () => {
    const text = new TextSoFar();
    expect(['*', '**', '**'].map((snapshot) => text.addSnapshot(snapshot))).toEqual(['*', '*', '']);
  });
});
