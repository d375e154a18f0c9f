import { describe, expect, it } from '@jest/globals';
import stringWidth from 'string-width';
import { progressLine } from './progress-line.js';

const halfway = { done: 50, total: 100, count: 1_234 };
const line = (title: string, columns: number) =>
  progressLine(halfway, { title, unit: 'passages', columns, elapsedMs: 10_000 });

describe('progressLine', () => {
  it('shows share, count, rate and remaining time', () => {
    expect(line('Ingesting', 100)).toBe(
      `Ingesting ${'█'.repeat(20)}${'░'.repeat(20)}  50 % · 1234 passages · 123/s · 10 s left`,
    );
  });

  it.each([
    ['a wide terminal', 'Ingesting', 100],
    ['a usual terminal', 'Building the knowledge tables (only the first time)', 80],
    ['a narrow terminal', 'Building the knowledge tables (only the first time)', 40],
    ['a very narrow terminal', 'Ingesting', 16],
    ['wide characters', '지식 표를 새로 만드는 중입니다 (처음 한 번만 걸립니다)', 80],
  ])('fits %s', (_, title, columns) => {
    const text = line(title, columns);
    expect(stringWidth(text)).toBeLessThan(columns);
    expect(text).toContain('50 %');
  });

  it('shows neither count nor rate without a unit', () => {
    expect(progressLine({ done: 3, total: 4 }, { title: 'Indexing', columns: 60, elapsedMs: 3_000 })).toMatch(
      /^Indexing █+░+  75 % · 1 s left$/,
    );
  });
});
