import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { configurationTable } from './configuration-table.js';

describe('configurationTable', () => {
  it('matches docs/configuration.md', () => {
    const document = readFileSync('docs/configuration.md', 'utf8');
    const [, table] = /<!-- configuration -->\n([^]*?)\n<!-- \/configuration -->/.exec(document) ?? [];
    expect(table).toBe(configurationTable());
  });

  it('describes every variable', () => {
    for (const row of configurationTable().split('\n').slice(2))
      expect(row).toMatch(/^\| `[A-Z0-9_]+` \| .+ \| \S.* \|$/);
  });
});
