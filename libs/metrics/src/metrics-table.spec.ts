import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { LABEL_SETS } from './label-sets.js';
import { metricsRows, metricsTable } from './metrics-table.js';

const document = readFileSync('docs/metrics.md', 'utf8');
const OWN = /^(?:build|http|reading|retrieval|llm|gen_ai|embedding|cache)_/;

describe('docs/metrics.md', () => {
  it('lists exactly the registered metrics: name, type, labels and help', () => {
    const [table = ''] = /\| name \| type \|[\s\S]*?(?=\n\n|\n$)/.exec(document) ?? [];
    expect(table).toBe(metricsTable());
  });

  it('lists every value of every closed label set', () => {
    for (const [set, values] of Object.entries(LABEL_SETS)) {
      const line = document.split('\n').find((one) => one.startsWith(`| \`${set}\` |`)) ?? '';
      expect(line.split('|')[2]?.trim()).toBe(values.map((value) => `\`${value}\``).join(' '));
    }
  });
});

describe('metric names', () => {
  it('begin with the concern, and end counters in _total and times in _seconds', () => {
    for (const { name, type } of metricsRows().filter(({ name: one }) => !/^(?:process|nodejs)_/.test(one))) {
      expect(name).toMatch(OWN);
      expect(name.endsWith('_total')).toBe(type === 'counter');
      expect(name).not.toMatch(/_ms$|_milliseconds$/);
    }
  });

  it('have help that is a sentence', () => {
    for (const { help } of metricsRows().filter(({ name }) => OWN.test(name))) expect(help).toMatch(/^[A-Z0-9].*\.$/);
  });
});
