import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { PROBLEMS } from './problem-codes.js';

const rows = readFileSync('docs/errors.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('docs/errors.md', () => {
  it('lists exactly the existing codes with status, meaning and advice', () => {
    const listed = rows.map(([, code, status, meaning, advice]) => [code, status, meaning, advice]);
    const known = Object.entries(PROBLEMS).map(([code, { status, title, advice }]) => [
      `\`${code}\``,
      String(status),
      title,
      advice,
    ]);
    expect(listed).toEqual(known);
  });

  it('has a Korean title for every code', () => {
    for (const [code, { titleKo }] of Object.entries(PROBLEMS))
      expect([code, titleKo]).toEqual([code, expect.stringMatching(/[가-힣]/)]);
  });
});
