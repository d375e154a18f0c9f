import { describe, expect, it } from '@jest/globals';
import { parseWordSenses } from './parse-word-senses.js';
import { meansNode } from './word-sense.js';

const file = (...words: readonly object[]) => ({ classes: { number: ['\\d', '두', '세'] }, words });
const senseOf = (word: object) => parseWordSenses(file({ names: ['개'], ...word })).get('개');
const at = (before: string, rest: string, after: string) => ({ before, rest, after });

describe('parsing word senses', () => {
  it('assigns the same sense to every name of an entry', () => {
    const senses = parseWordSenses(file({ names: ['miss', 'missed'], never: [{ after: ['the train'] }] }));
    expect([...senses.keys()]).toEqual(['miss', 'missed']);
    expect(senses.get('miss')).toBe(senses.get('missed'));
  });

  it('matches the end of the text before, the whole rest and the beginning of the text after', () => {
    const sense = senseOf({ only: [{ before: ['큰', '흰'], rest: ['', '가'], after: ['짖', '물'] }] });
    expect(meansNode(sense, 'dream:dog', at('저 흰', '가', '물었다'))).toBe(true);
    expect(meansNode(sense, 'dream:dog', at('흰 저', '가', '물었다'))).toBe(false);
    expect(meansNode(sense, 'dream:dog', at('큰', '가는', '짖었다'))).toBe(false);
    expect(meansNode(sense, 'dream:dog', at('큰', '', '안 짖었다'))).toBe(false);
  });

  it('expands classes', () => {
    const sense = senseOf({ never: [{ before: ['(^|\\s){number}'] }] });
    expect(meansNode(sense, 'dream:dog', at('사과 두', '', '먹었다'))).toBe(false);
    expect(meansNode(sense, 'dream:dog', at('모두', '', '먹었다'))).toBe(true);
  });

  it('keeps the cues of each node', () => {
    const sense = senseOf({ senses: { 'dream:dog': [{ after: ['짖'] }] } });
    expect(meansNode(sense, 'dream:dog', at('', '가', '날았다'))).toBe(false);
    expect(meansNode(sense, 'dream:other', at('', '가', '날았다'))).toBe(true);
  });

  it.each([
    ['an unknown field', file({ names: ['개'], nevr: [] }), 'nevr'],
    ['an empty list of alternatives', file({ names: ['개'], never: [{ rest: [] }] }), 'rest'],
    ['a malformed pattern', file({ names: ['개'], never: [{ rest: ['('] }] }), 'Invalid regular expression'],
    ['a class that is missing', file({ names: ['개'], never: [{ rest: ['{colour}'] }] }), 'no class colour'],
    ['a name that occurs twice', file({ names: ['개'] }, { names: ['개'] }), '개 occurs twice'],
  ])('rejects %s', (_, json, reason) => {
    expect(() => parseWordSenses(json)).toThrow(reason);
  });
});
