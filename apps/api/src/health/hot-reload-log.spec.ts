import { describe, expect, it } from '@jest/globals';
import { FollowedLog } from './hot-reload-log.js';

describe('FollowedLog', () => {
  const said: string[] = [];
  const write = (level: string) => (message: unknown) => void said.push(`${level} ${String(message)}`);
  const log = new FollowedLog({ log: write('info'), warn: write('warn') });

  it('says each problem once, and once that it is gone', () => {
    const lines = ['edges.jsonl:3: is not JSON', 'own: node a is there already'];
    for (const problems of [[], lines.slice(0, 1), lines.slice(0, 1), lines, [], []])
      log.say('graph', { ready: true, problems });
    log.say('persona', { ready: false, reason: 'there is no file', command: 'make one' });
    expect(said).toEqual([
      'warn graph: edges.jsonl:3: is not JSON',
      'warn graph: edges.jsonl:3: is not JSON; and 1 more',
      'info graph: well again',
      'warn persona: there is no file; mend it with: make one',
    ]);
  });
});
