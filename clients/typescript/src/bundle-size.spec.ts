import { execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';

const MAX_GZIP_BYTES = 6 * 1024;

/** Minified bundle of a program, as a web page would load it. Fails if the program imports a Node module. */
const bundle = (program: string): string =>
  execFileSync(
    'node_modules/.bin/esbuild',
    ['--bundle', '--minify', '--format=esm', '--platform=browser', '--target=es2022', '--loader=ts'],
    { input: program, encoding: 'utf8', cwd: process.cwd() },
  );

describe('the bundled client', () => {
  const whole = bundle(`
    import { readDream, ReadingError } from './clients/typescript/src/index.ts';
    readDream({ dream: 'A snake.' }).final().catch((error) => console.log(error instanceof ReadingError));`);

  it(`is at most ${MAX_GZIP_BYTES} bytes after gzip`, () => {
    const bytes = gzipSync(whole).length;
    process.stdout.write(`Client: ${whole.length} bytes minified, ${bytes} after gzip\n`);
    expect(whole).toContain('/v1/readings/');
    expect(bytes).toBeLessThanOrEqual(MAX_GZIP_BYTES);
  });

  it('leaves out what a program does not use', () => {
    const part = bundle(`
      import { ReadingError } from './clients/typescript/src/index.ts';
      console.log(new ReadingError({}));`);
    expect(part).not.toContain('/v1/readings/');
    expect(part.length / whole.length).toBeLessThan(0.3);
  });
});
