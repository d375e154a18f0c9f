import { describe, expect, it } from '@jest/globals';
import { KnowledgeMetrics } from '@app/metrics';
import { recordingRegistry } from '@app/metrics/testing';
import { type KnowledgeProblemCode, problem } from './knowledge-problem.js';
import { reportKnowledgeStatus } from './report-knowledge-status.js';

describe('reportKnowledgeStatus', () => {
  it.each<[KnowledgeProblemCode, 'log' | 'warn']>([
    ['model_unknown', 'log'],
    ['missing', 'log'],
    ['mismatch', 'warn'],
    ['corrupt', 'warn'],
    ['build_failed', 'warn'],
  ])('writes %s at level %s, with a command to repair it only if there is something to repair', (code, level) => {
    const lines: (readonly [string, string])[] = [];
    const log = {
      log: (line: string) => lines.push(['log', line]),
      warn: (line: string) => lines.push(['warn', line]),
    };
    const report = reportKnowledgeStatus(new KnowledgeMetrics(recordingRegistry()), log);
    report({ ready: false, problem: problem(code, 'a reason') });
    expect(lines).toEqual([[level, expect.stringContaining('a reason')]]);
    expect(lines[0]?.[1].includes('npm run rag')).toBe(code !== 'model_unknown');
  });
});
