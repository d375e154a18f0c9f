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

/**
 * The line that Tab makes of a typed one, from an interactive zsh in a pseudo-terminal that ran the setup
 * (Ctrl-A, Ctrl-E and `print` show the line); undefined if the shell does not answer in time. `bindkey -e`, because npm
 * sets EDITOR to vi, which changes the keys.
 */
const tabInZsh = (setup: string, typed: string, timeout: number): string | undefined => {
  const code = [
    'zmodload zsh/zpty',
    'zpty shell zsh -f -i',
    `zpty -w shell 'PS1=; bindkey -e; unset zle_bracketed_paste; autoload -Uz compinit; ${setup}; print -r -- rea""dy'`,
    `zpty -r -m shell ready '*ready*'`,
    `zpty -w -n shell $'${typed}\\t\\x01print -r -- "<\\x05>" e""nd\\n'`,
    `zpty -r -m shell shown '*> end*'`,
    'print -r -- "$shown"',
  ];
  const { stdout } = spawnSync('zsh', ['-f', '-c', code.join('\n')], { encoding: 'utf8', timeout });
  return /<(.*)> end/.exec(stdout)?.[1];
};

/** Some sandboxes have zsh, but no pseudo-terminal in which an interactive shell completes. */
const completesInTerminal = (): boolean =>
  tabInZsh('compinit -u -D; _probe() { compadd works }; compdef _probe probe', 'probe wo', 10_000) === 'probe works';

const reasonToSkip = (shell: Shell): string | undefined => {
  if (!isInstalled(shell)) return `${shell} is not installed`;
  return shell === 'zsh' && !completesInTerminal() ? 'zsh does not complete in a pseudo-terminal here' : undefined;
};

/** The test of a shell, or a skipped one whose title says why. */
const inShell = (shell: Shell) => {
  const reason = reasonToSkip(shell);
  return reason
    ? { run: it.skip.each, title: `completes %j to %j in ${shell} (skipped: ${reason})` }
    : { run: it.each, title: `completes %j to %j in ${shell}` };
};

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

  const lastWord = (line: string): string => line.split(' ').at(-1) ?? '';

  const bash = inShell('bash');
  bash.run(UNIQUE)(bash.title, (typed, completed) => expect(inBash(typed)).toEqual([lastWord(completed)]));

  const fish = inShell('fish');
  fish.run(UNIQUE)(fish.title, (typed, completed) => expect(inFish(typed)).toEqual([lastWord(completed)]));

  const zsh = inShell('zsh');
  zsh.run(UNIQUE)(zsh.title, (typed, completed) => {
    const setup = `fpath=(${folder} $fpath); compinit -u -D`;
    expect(tabInZsh(setup, typed, 30_000)?.trimEnd()).toBe(completed);
  });
});
