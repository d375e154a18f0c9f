import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { program } from '../program.js';
import { completionScript } from './completion-script.js';

type Shell = 'bash' | 'zsh' | 'fish';

/** A typed line and what it is completed to. */
const UNIQUE = [
  ['rag ing', 'rag ingest'],
  ['rag --ver', 'rag --version'],
  ['rag model p', 'rag model pull'],
  ['rag completion z', 'rag completion zsh'],
  ['rag prompts sh', 'rag prompts show'],
  ['rag ingest notes --col', 'rag ingest notes --collection'],
  ['rag search --no-s', 'rag search --no-server'],
  ['rag prompts show comp', 'rag prompts show compatibility'],
] as const;

const isInstalled = (shell: Shell): boolean => spawnSync(shell, ['--version']).status === 0;

/** The test of a shell, or a skipped one whose title says why. */
const inShell = (shell: Shell) =>
  isInstalled(shell)
    ? { run: it.each, title: `completes %j to %j in ${shell}` }
    : { run: it.skip.each, title: `completes %j to %j in ${shell} (skipped: ${shell} is not installed)` };

describe('completionScript', () => {
  let folder: string;
  const scriptOf = (shell: Shell) => join(folder, shell === 'zsh' ? '_rag' : `rag.${shell}`);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'completion-'));
    for (const shell of ['bash', 'zsh', 'fish'] as const)
      writeFileSync(scriptOf(shell), completionScript(shell, program()));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (shell: Shell, args: readonly string[], code: string): string => {
    const { stdout, stderr } = spawnSync(shell, [...args, '-c', code], {
      encoding: 'utf8',
      cwd: folder,
      timeout: 30_000,
    });
    expect(stderr).toBe('');
    return stdout;
  };

  /** The candidates that bash would offer for the last word. */
  const inBash = (line: string): readonly string[] => {
    const code = `source ${scriptOf('bash')}; COMP_WORDS=(${line}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _rag; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return run('bash', ['--norc', '--noprofile'], code).split('\n').filter(Boolean);
  };

  const inFish = (line: string): readonly string[] => {
    const code = `source ${scriptOf('fish')}; complete -C '${line}'`;
    const lines = run('fish', ['--no-config'], code).split('\n').filter(Boolean);
    return lines.map((candidate) => candidate.split('\t')[0] ?? '');
  };

  /**
   * The line that Tab makes of a typed one, from an interactive zsh in a pseudo-terminal (Ctrl-A, Ctrl-E and `print` show
   * the line). `bindkey -e`, because npm sets EDITOR to vi, which changes the keys.
   */
  const inZsh = (line: string): string | undefined => {
    const setup = `PS1=; bindkey -e; unset zle_bracketed_paste; fpath=(${folder} $fpath); autoload -Uz compinit; compinit -u -D`;
    const code = [
      'zmodload zsh/zpty',
      'zpty shell zsh -f -i',
      `zpty -w shell '${setup}; print -r -- rea""dy'`,
      `zpty -r -m shell ready '*ready*'`,
      `zpty -w -n shell $'${line}\\t\\x01print -r -- "<\\x05>" e""nd\\n'`,
      `zpty -r -m shell shown '*> end*'`,
      'print -r -- "$shown"',
    ];
    return /<(.*)> end/.exec(run('zsh', ['-f'], code.join('\n')))?.[1];
  };

  const lastWord = (line: string): string => line.split(' ').at(-1) ?? '';

  const bash = inShell('bash');
  bash.run(UNIQUE)(bash.title, (typed, completed) => expect(inBash(typed)).toEqual([lastWord(completed)]));

  const fish = inShell('fish');
  fish.run(UNIQUE)(fish.title, (typed, completed) => expect(inFish(typed)).toEqual([lastWord(completed)]));

  const zsh = inShell('zsh');
  zsh.run(UNIQUE)(zsh.title, (typed, completed) => expect(inZsh(typed)?.trimEnd()).toBe(completed));
});
