import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RETRIEVERS } from '@app/rag';
import { snakeRetrievers } from './harness/snake-passages.js';
import { type RunningServer, startServer } from './harness/start-server.js';

const run = promisify(execFile);

const programs = [...readFileSync('docs/clients.md', 'utf8').matchAll(/```(sh|ts|js|python)\n([\s\S]*?)```/g)].map(
  ([, language = '', text = ''], at) => ({ name: `${at + 1} (${language})`, language, text }),
);

const bundle = (text: string): Promise<string> => {
  const options = ['--bundle', '--platform=node', '--format=esm', '--loader=ts'];
  const alias = '--alias:saju-astro-chat-client=./clients/typescript/src/index.ts';
  const child = run('node_modules/.bin/esbuild', [...options, alias]);
  child.child.stdin?.end(text);
  return child.then(({ stdout }) => stdout);
};

/** Undefined when what the program needs is not installed. */
async function output(language: string, text: string): Promise<string | undefined> {
  if (language === 'sh') return (await run('bash', ['-euc', text])).stdout;
  if (language === 'python') {
    const module = /import (httpx)/.exec(text)?.[1] ?? 'json';
    const isInstalled = await run('/usr/bin/python3', ['-c', `import ${module}`]).then(
      () => true,
      () => false,
    );
    return isInstalled ? (await run('/usr/bin/python3', ['-c', text])).stdout : undefined;
  }
  const node = [
    '--experimental-eventsource',
    '--input-type=module',
    '-e',
    language === 'ts' ? await bundle(text) : text,
  ];
  return (await run(process.execPath, node)).stdout;
}

describe('docs/clients.md', () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer({}, [{ token: RETRIEVERS, value: snakeRetrievers() }]);
  });
  afterAll(() => server.close());

  it('has programs in four languages', () => {
    expect(new Set(programs.map(({ language }) => language))).toEqual(new Set(['sh', 'ts', 'js', 'python']));
  });

  it.each(programs)('program $name reads a dream', async ({ language, text }) => {
    const printed = await output(language, text.replaceAll('http://127.0.0.1:3000', server.url));
    if (printed === undefined) {
      process.stdout.write('SKIPPED: python3 or httpx is not installed\n');
      return;
    }
    expect(printed).toContain('nake');
    expect(printed).toMatch(/\bok\b/);
  });
});
