import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { EVERY_SCRIPT, MODEL_FAMILIES } from './model-families.js';
import { profileOf } from './model-profile.js';

const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  all: EVERY_SCRIPT,
  Latin: ['latin'],
  'Korean, Latin': ['hangul', 'latin'],
};

/** Rows of the table in the documentation: family, example, scripts, pooling and prefixes. */
const ROWS = readFileSync('docs/embedding-models.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('`'))
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('`', '').replaceAll('\\|', '|')))
  .map(([, family = '', example = '', scripts = '', pooling, query = '', passage = '']) => ({
    family,
    example,
    scripts,
    pooling,
    query,
    passage,
  }));

/** A documented prefix, which may be shortened with an ellipsis. */
const matchesPrefix = (prefix: string, documented: string): boolean =>
  documented.endsWith('…') ? prefix.startsWith(documented.slice(0, -1)) : prefix.trim() === documented.replace('–', '');

describe('MODEL_FAMILIES', () => {
  it('is documented, one row for each family in the same order', () => {
    const families = ROWS.map(({ example }) => MODEL_FAMILIES.findIndex(({ name }) => name.test(example)));
    expect(families).toEqual(MODEL_FAMILIES.map((_, index) => index));
  });

  it.each(ROWS)('$family as documented', ({ example, scripts, pooling, query, passage }) => {
    const profile = profileOf(example, []);
    expect([...profile.scripts].toSorted()).toEqual(SCRIPTS[scripts]?.toSorted());
    expect(profile.pooling).toBe(pooling);
    expect(matchesPrefix(profile.prefix.query, query)).toBe(true);
    expect(matchesPrefix(profile.prefix.passage, passage)).toBe(true);
  });
});
