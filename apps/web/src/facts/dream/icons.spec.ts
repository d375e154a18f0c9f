import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { iconPath } from './icons.js';

describe('iconPath', () => {
  const nodes = readFileSync('knowledge/graph/nodes.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly id: string }).id);
  const drawn = nodes.filter((id) => /^(?:dream|emotion|theme):/.test(id));
  const neutral = iconPath('dream:unheard-of');

  it('draws every built-in symbol, emotion and theme with an icon of its category', () => {
    expect(drawn.length).toBeGreaterThan(400);
    expect(drawn.filter((id) => iconPath(id) === neutral)).toEqual([]);
  });

  it('draws a neutral icon for records of an operator', () => {
    expect(neutral).toMatch(/^M12 3/);
  });
});
