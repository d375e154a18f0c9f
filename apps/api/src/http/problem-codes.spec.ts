import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { PROBLEMS } from './problem-codes.js';

const rows = readFileSync('docs/errors.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('docs/errors.md', () => {
  it('lists exactly the codes there are, with their status and meaning', () => {
    const listed = rows.map(([, code, status, meaning]) => [code, status, meaning]);
    const known = Object.entries(PROBLEMS).map(([code, { status, title }]) => [`\`${code}\``, String(status), title]);
    expect(listed).toEqual(known);
  });

  it('says what to do about each', () => {
    for (const [, code, , , advice] of rows)
      expect([code, advice]).toEqual([code, expect.stringMatching(/^[A-Z].*\.$/)]);
  });
});
