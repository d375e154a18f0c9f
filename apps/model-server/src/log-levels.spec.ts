import { describe, expect, it } from '@jest/globals';
import { logLevels } from './log-levels.js';

describe('logLevels', () => {
  it('includes the level itself and everything more severe', () => {
    expect(logLevels('silent')).toEqual([]);
    expect(logLevels('warn')).toEqual(['fatal', 'error', 'warn']);
    expect(logLevels('trace')).toHaveLength(6);
  });
});
