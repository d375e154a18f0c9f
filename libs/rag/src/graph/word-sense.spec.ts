import { describe, expect, it } from '@jest/globals';
import { meansNode } from './word-sense.js';

const at = (before: string, rest: string, after: string) => ({ before, rest, after });

describe('word senses', () => {
  it('is accepted without any cue against it', () => {
    expect(meansNode(undefined, 'dream:snake', at('', '이', ''))).toBe(true);
  });

  it('requires every part of a cue', () => {
    const sense = { never: [{ rest: /^의$/, after: /^사고/ }] };
    expect(meansNode(sense, 'dream:fire', at('', '의', '사고로'))).toBe(false);
    expect(meansNode(sense, 'dream:fire', at('', '의', '색'))).toBe(true);
  });

  it('requires one of the cues of the name and one of the node', () => {
    const sense = { only: [{ after: /^달리/ }], senses: { 'dream:horse': [{ before: /흰$/ }] } };
    expect(meansNode(sense, 'dream:horse', at('흰', '이', '달리는'))).toBe(true);
    expect(meansNode(sense, 'dream:horse', at('', '이', '달리는'))).toBe(false);
    expect(meansNode(sense, 'dream:other', at('', '이', '달리는'))).toBe(true);
    expect(meansNode(sense, 'dream:other', at('', '이', '많다'))).toBe(false);
  });
});
