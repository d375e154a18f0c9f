import { describe, expect, it } from '@jest/globals';
import { EmbeddingError } from '@app/embedding';
import { problemOf, untilPrepared } from './until-prepared.js';

const errno = (code: string) => Object.assign(new Error(`${code}: it failed, mkdir '/data'`), { code });

describe('untilPrepared', () => {
  it('tries again until it succeeds, and reports each problem once and its end', async () => {
    const failures = [errno('ENOSPC'), errno('ENOSPC'), errno('EACCES'), undefined];
    const reported: unknown[] = [];
    const attempt = async () => {
      const failure = failures.shift();
      if (failure) throw failure;
    };
    await untilPrepared({ attempt, report: (problem) => reported.push(problem?.reason) }, 1);
    expect(reported).toEqual(['the disk is full', 'DATA_DIR cannot be written', undefined]);
  });

  it.each([
    [new Error('lance error: IO: No space left on device (os error 28)'), 'the disk is full'],
    [new Error('lance error: IO: Permission denied (os error 13)'), 'DATA_DIR cannot be written'],
    [errno('EROFS'), 'DATA_DIR is on a read-only file system'],
    [errno('ENOTDIR'), 'DATA_DIR is not a folder'],
    [new EmbeddingError('embedding.unavailable', 'the embeddings server cannot be reached'), /cannot be reached/],
    [new Error('first line\nsecond'), 'first line'],
    ['no error', 'the tables cannot be built'],
  ])('names the reason and a command for %s', (error, reason) => {
    const problem = problemOf(error);
    expect(problem.reason).toMatch(reason);
    expect(problem.command).not.toBe('');
  });
});
