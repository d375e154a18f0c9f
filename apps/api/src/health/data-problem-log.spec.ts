import { describe, expect, it } from '@jest/globals';
import { DataProblemLog } from './data-problem-log.js';

describe('DataProblemLog', () => {
  it('logs each problem once, and once that it is resolved', () => {
    const lines: string[] = [];
    const write = (level: string) => (message: unknown) => void lines.push(`${level} ${String(message)}`);
    const log = new DataProblemLog({ log: write('info'), warn: write('warn') });
    const problems = ['edges.jsonl:3: is not JSON', 'own: node a exists already'];
    for (const current of [[], problems.slice(0, 1), problems.slice(0, 1), problems, [], []])
      log.report('graph', { ready: true, problems: current });
    log.report('persona', { ready: false, reason: 'there is no file', command: 'make one' });
    expect(lines).toEqual([
      'warn Knowledge file problem (file=graph): edges.jsonl:3: is not JSON',
      'warn Knowledge file problem (file=graph): edges.jsonl:3: is not JSON; and 1 more',
      'info Knowledge file problem resolved (file=graph)',
      'warn Knowledge file problem (file=persona): there is no file; to fix it run: make one',
    ]);
  });
});
